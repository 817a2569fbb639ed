#include "cli/network/membership_options.hpp"

#include "base/text_lists.hpp"
#include "table/state_codes_resolve.hpp"
#include "table/state_reference.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<std::string> membership_states(const std::string& text) {
    std::vector<std::string> codes;
    if (text.empty()) return codes;
    const auto is_state = [](const std::string& item) { return member_code(item).has_value(); };
    for (const std::string& item : split_list_of_states(text, is_state)) {
        const auto code = member_code(item);
        if (!code) throw UsageError(unknown_state_text(item) + "; " + unknown_state_hint(item));
        if (std::ranges::find(codes, *code) == codes.end()) codes.push_back(*code);
    }
    return codes;
}

YearNetwork network_of_matrix(const Table& matrix) {
    YearNetwork found;
    found.network = read_incidence(matrix);
    const std::size_t rows = found.network.actors.size(), columns = found.network.institutions.size();
    found.unknown = BitMatrix(rows, columns);
    found.carried = BitMatrix(rows, columns);
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column)
            if (found.network.ties(row, column)) found.ties.push_back({row, column, false, {}});
    return found;
}

}  // namespace

void add_membership_options(CLI::App& app, MembershipWords& words, const MembershipOptionSet& set) {
    app.add_option("--memberships", words.memberships,
                   "spells of membership: institution,state,start,end[,status][,source][,right_censored_at], "
                   "state-years or dates of treaties");
    if (set.year) app.add_option("--year", words.year, "the year of the network");
    if (set.incidence)
        app.add_option("--incidence", words.incidence,
                       "a matrix of 0 and 1 instead: actors in rows, institutions in columns");
    app.add_option("--institutions", words.institutions,
                   "institution[,complete_to]: to which year the memberships say of every state whether it was in");
    if (set.states) app.add_option("--states", words.states, "only these states: codes or names, comma-separated");
    app.add_option("--only", words.only, "only these institutions, comma-separated");
    app.add_option("--status", words.statuses, "statuses that make a tie, comma-separated")->capture_default_str();
    app.add_option("--rule", words.moment, "when in the year a spell must run: year-end, mid-year or any")
        ->check(CLI::IsMember({"year-end", "mid-year", "any"}))
        ->capture_default_str();
    app.add_option("--source-policy", words.policy,
                   "where sources contradict one another: first (preferred, else first in the table), union, "
                   "intersection or draw (one at random, by --seed)")
        ->check(CLI::IsMember({"first", "union", "intersection", "draw"}))
        ->capture_default_str();
    app.add_flag("--carry-forward", words.carry_forward,
                 "let memberships go on after their source has ended; such ties are marked");
    app.add_flag("--leave-out-faulty", words.leave_out_faulty,
                 "leave out rows that contradict themselves, with a warning, instead of refusing the file");
}

AffiliationRecord read_memberships(Session& session, const MembershipWords& words) {
    if (words.memberships.empty()) throw UsageError("give --memberships");
    const Table table = read_input(session, words.memberships);
    std::optional<Table> institutions;
    if (!words.institutions.empty()) institutions = read_input(session, words.institutions);
    std::vector<std::string> warnings;
    SpellReading reading;
    reading.institutions = institutions ? &*institutions : nullptr;
    reading.leave_out_faulty = words.leave_out_faulty;
    AffiliationRecord record = affiliation_record(read_membership_spells(table, reading, warnings));
    for (std::string& warning : warnings) warn(session, std::move(warning));
    return record;
}

YearRule year_rule(const Session& session, const MembershipWords& words) {
    YearRule rule;
    rule.statuses = listed(words.statuses, ',');
    rule.moment = year_moment(words.moment);
    rule.policy = source_policy(words.policy);
    rule.carry_forward = words.carry_forward;
    rule.states = membership_states(words.states);
    rule.institutions = listed(words.only, ',');
    rule.seed = session.seed;
    return rule;
}

YearNetwork asked_network(Session& session, const MembershipWords& words) {
    if (words.memberships.empty() == words.incidence.empty())
        throw UsageError("give either --memberships with --year, or --incidence");
    if (!words.incidence.empty()) return network_of_matrix(read_input(session, words.incidence));
    if (!words.year) throw UsageError("--memberships needs --year, the year of the network");
    const AffiliationRecord record = read_memberships(session, words);
    YearNetwork found = network_of_year(record, *words.year, year_rule(session, words));
    for (std::string& warning : found.warnings) warn(session, std::move(warning));
    return found;
}

}  // namespace tarazy
