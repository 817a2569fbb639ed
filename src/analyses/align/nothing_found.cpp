#include "analyses/align/nothing_found.hpp"

#include "analyses/align/assembly_sessions.hpp"
#include "base/text_lists.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

bool is_alignment(const AnalysisPlan& plan) {
    return plan.input("votes") != nullptr || plan.input("ties") != nullptr || plan.input("flows") != nullptr ||
           plan.input("indicators") != nullptr || plan.input("memberships") != nullptr;
}

/// Numbers that a state had in any year of the study.
std::set<std::int64_t> numbers_of(const std::string& state, const Span& years) {
    std::set<std::int64_t> numbers;
    for (int year = years.first; year <= years.last; ++year)
        if (const auto code = cow_of_iso3(state, year)) numbers.insert(*code);
    return numbers;
}

/// Whether some row of the columns names the state.
bool is_named(const Table& table, const std::vector<const char*>& columns, const std::string& state,
              const Span& years) {
    const std::set<std::int64_t> numbers = numbers_of(state, years);
    for (const char* name : columns) {
        if (!table.find(name)) continue;
        const Column& column = table[name];
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.missing(row)) continue;
            if (column.type() == ColumnType::text ? column.display(row) == state
                                                  : numbers.contains(static_cast<std::int64_t>(*column.real(row))))
                return true;
        }
    }
    return false;
}

std::vector<const char*> state_columns(std::string_view role) {
    if (role == "votes") return {"ccode", "member", "state"};
    if (role == "ties") return {"ccode1", "ccode2"};
    if (role == "memberships") return {"iso3"};
    return {"state"};
}

}  // namespace

bool is_of_focus(const AnalysisPlan& plan, const Claim& claim) {
    const ClaimParts& parts = claim.parts;
    if (!parts.state.empty() || parts.quantity == "tension") return false;
    if (parts.quantity == "worst_rhat" || parts.quantity == "least_ess") return false;
    return parts.quantity != "position" || parts.about == std::vector<std::string>{plan.frame.focus};
}

std::string why_nothing_relates(const AnalysisPlan& plan, const RoleTables& data) {
    for (const char* role : {"votes", "ties", "flows", "indicators", "memberships"}) {
        const auto found = data.find(role);
        if (found == data.end()) continue;
        const Table& table = *found->second;
        if (table.rows() == 0) return "the data of the role '" + std::string(role) + "' hold no row";
        if (!is_named(table, state_columns(role), plan.frame.focus, plan.frame.years))
            return "the data of the role '" + std::string(role) + "' hold nothing on " + plan.frame.focus;
        std::vector<std::string> members;
        bool any = false;
        for (const Pole& pole : plan.frame.poles) {
            for (const std::string& member : pole.members) {
                members.push_back(member);
                any = any || is_named(table, state_columns(role), member, plan.frame.years);
            }
        }
        if (!any && std::string_view(role) != "flows" && std::string_view(role) != "indicators")
            return "the data of the role '" + std::string(role) + "' hold nothing on the members of the poles (" +
                   joined(members, ", ") + ")";
    }
    if (is_alignment(plan)) {
        const std::string span = plan.input("votes") != nullptr ? "the sessions " + to_string(sessions_of(plan))
                                                                : "the years " + to_string(plan.frame.years);
        return "in " + span + " nothing in the data relates " + plan.frame.focus + " to the poles";
    }
    return "its data gave no number";
}

std::vector<std::string> states_and_poles_lacking(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<std::string> notes;
    const Table* table = find_table(tables, "");
    if (!is_alignment(plan) || table == nullptr || table->rows() == 0) return notes;
    const auto values = [&](std::initializer_list<const char*> columns) {
        std::set<std::string> found;
        for (const char* name : columns) {
            for (std::size_t row = 0; table->find(name) && row < table->rows(); ++row)
                found.insert(text_in(*table, name, row));
        }
        return found;
    };
    // Tables of pairs hold the comparison states in either column.
    const std::set<std::string> states = values({"state", "state1", "state2"});
    for (const std::string& state : plan.frame.comparison) {
        if (!states.contains(state)) notes.push_back("no row for the comparison state " + state + ": the data lack it");
    }
    if (!table->find("pole") && !table->find("state1")) return notes;
    // Votes give a row of every pole, empty where none of its members voted.
    std::set<std::string> poles;
    for (std::size_t row = 0; table->find("pole") && row < table->rows(); ++row) {
        if (!table->find("closeness") || number_in(*table, "closeness", row))
            poles.insert(text_in(*table, "pole", row));
    }
    for (const Pole& pole : plan.frame.poles) {
        const bool there =
            table->find("pole")
                ? poles.contains(pole.id)
                : std::ranges::any_of(pole.members, [&](const std::string& member) { return states.contains(member); });
        if (!there) notes.push_back("no row for the pole " + pole.id + ": the data lack its members");
    }
    return notes;
}

}  // namespace tarazy
