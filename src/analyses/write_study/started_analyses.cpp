#include "analyses/write_study/started_analyses.hpp"

#include "analyses/write_study/data_kind.hpp"
#include "analyses/write_study/method_parameters.hpp"
#include "analyses/write_study/method_titles.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <iterator>
#include <list>

namespace tarazy {
namespace {

/// Results that other methods read, so that one file feeds several.
struct FedByResult {
    std::string role, method, table, key;
};
const std::vector<FedByResult>& fed_by_results() {
    static const std::vector<FedByResult> all = {
        {"series", "align.shares", "", "closeness_by_year"},
        {"alignment", "align.shares", "", "shares_by_year"},
        {"coded_sentences", "text.codes", "sentences", "coded_sentences"},
    };
    return all;
}

/// Data of these roles are about one state in years; others are of no state, or the methods look by themselves.
bool is_about_states(const GivenData& data) {
    static const std::vector<std::string> roles = {"votes",     "ties",        "flows",     "indicators", "panel",
                                                   "alignment", "memberships", "documents", "treaties"};
    return std::ranges::find(roles, data.role) != roles.end();
}

std::string file_names(const GivenData& data) {
    return joined(data.files, ", ", [](const GivenFile& file) { return file.written; });
}

/// Put together one analysis after the other.
class Drafting {
public:
    Drafting(const StudyOrder& order, std::vector<GivenData> data, Methods methods)
        : order_(order),
          files_(std::make_move_iterator(data.begin()), std::make_move_iterator(data.end())),
          methods_(methods) {}

    StudyDraft take() {
        for (const Method& method : methods_)
            if (is_asked(method)) start(method);
        for (const GivenData& one : files_) {
            if (used_.contains(one.key)) {
                draft_.data.push_back(one);
            } else if (one.result.empty() && !one.files.front().path.empty()) {
                draft_.unread.push_back(one.key);
            }
        }
        return std::move(draft_);
    }

private:
    using Inputs = std::map<std::string, const GivenData*>;

    [[nodiscard]] bool is_asked(const Method& method) const {
        if (order_.with.empty()) return true;
        return std::ranges::any_of(order_.with, [&](const std::string& word) {
            return word == method.id || method.id.starts_with(word + ".");
        });
    }
    [[nodiscard]] bool is_named(const Method& method) const {
        return std::ranges::find(order_.with, method.id) != order_.with.end();
    }

    [[nodiscard]] const GivenData* data_of(const std::string& role) const {
        const auto found = std::ranges::find(files_, role, &GivenData::role);
        return found == files_.end() ? nullptr : &*found;
    }

    /// The data of a set of roles; nothing where a required one is lacking.
    [[nodiscard]] std::optional<Inputs> inputs_of(const std::vector<DataNeed>& needs) const {
        Inputs inputs;
        for (const DataNeed& need : needs) {
            const GivenData* data = data_of(need.role);
            // A seal is of the very series that it was made from, which a result of this study is not.
            if (data != nullptr && need.role == "sealed_forecast" && inputs.contains("series") &&
                !inputs.at("series")->result.empty())
                continue;
            if (data != nullptr) {
                inputs.emplace(need.role, data);
            } else if (need.required) {
                return std::nullopt;
            }
        }
        return inputs;
    }

    void start(const Method& method) {
        std::string why;
        std::size_t started = 0;
        if (order_.poles.size() < method.least_poles) {
            draft_.left_out.push_back({method.id, "it needs " + std::to_string(method.least_poles) + " poles"});
            return;
        }
        for (const std::vector<DataNeed>& needs : method.reads) {
            const auto inputs = inputs_of(needs);
            if (!inputs) continue;
            std::string cannot = start_on(method, needs.front().role, without_useless(method, *inputs), started);
            if (cannot.empty()) {
                ++started;
            } else if (why.empty()) {
                why = std::move(cannot);
            }
            if (method.id == "align.balance") break;  // all its sets are one, with another role in front
        }
        if (started == 0) draft_.left_out.push_back({method.id, why.empty() ? lacking(method) : why});
    }

    /// Of a balance over domains, without what says nothing of this state.
    [[nodiscard]] Inputs without_useless(const Method& method, Inputs inputs) {
        if (method.id != "align.balance") return inputs;
        const auto useless = [&](const std::string& role) {
            const auto found = inputs.find(role);
            const std::string why = found == inputs.end() ? "" : problem_of(method, {{role, found->second}}, nullptr);
            if (!why.empty() && useless_.empty()) useless_ = why;
            return !why.empty();
        };
        for (const auto& [role, beside] :
             {std::pair<std::string, std::vector<std::string>>{"votes", {"roll_calls", "bridges"}},
              {"ties", {"system"}},
              {"memberships", {"institutions"}},
              {"flows", {}},
              {"indicators", {}}}) {
            if (!useless(role)) continue;
            inputs.erase(role);
            for (const std::string& other : beside) inputs.erase(other);
        }
        if (inputs.contains("ties") != inputs.contains("system")) inputs.erase("ties"), inputs.erase("system");
        if (inputs.contains("memberships") != inputs.contains("institutions"))
            inputs.erase("memberships"), inputs.erase("institutions");
        return inputs;
    }

    /// Why the data say nothing of what is asked; the years that all of them know otherwise.
    [[nodiscard]] std::string problem_of(const Method& method, const Inputs& inputs, Span* window) const {
        Span known = order_.years;
        for (const auto& [role, data] : inputs) {
            if (role == "votes" && !data->assembly) {
                return file_names(*data) +
                       " names no sessions of the General Assembly; give a list of roll calls "
                       "(rcid,session) beside it, and states by COW number";
            }
            if (!is_about_states(*data)) continue;
            if (method.needs_focus && !data->covers(order_.focus)) {
                return file_names(*data) + " has no row of " + order_.focus +
                       (data->states.empty()
                            ? ""
                            : "; its states are " +
                                  first_few(std::vector<std::string>(data->states.begin(), data->states.end()), 6));
            }
            std::optional<Span> years = data->years;
            if (const auto own = data->years_of_state.find(order_.focus); own != data->years_of_state.end())
                years = own->second;
            if (!years) continue;
            known = {std::max(known.first, years->first), std::min(known.last, years->last)};
            if (known.first > known.last)
                return file_names(*data) + " knows " + order_.focus + " in " + to_string(*years) + ", not in " +
                       to_string(order_.years);
        }
        if (window != nullptr) *window = known;
        return few_poles(method, inputs);
    }

    [[nodiscard]] std::string few_poles(const Method& method, const Inputs& inputs) const {
        for (const char* role : {"votes", "ties"}) {
            const auto data = inputs.find(role);
            if (data == inputs.end()) continue;
            const auto known = std::ranges::count_if(order_.poles, [&](const Pole& pole) {
                return std::ranges::any_of(pole.members, [&](const std::string& m) { return data->second->covers(m); });
            });
            if (static_cast<std::size_t>(known) < method.least_poles)
                return file_names(*data->second) + " knows fewer than " + std::to_string(method.least_poles) + " poles";
        }
        return "";
    }

    /// A balance of one domain says what the other methods say already.
    [[nodiscard]] std::string too_few_domains(const Method& method, const Inputs& inputs) const {
        if (method.id != "align.balance" || is_named(method)) return "";
        std::size_t domains = 0;
        for (const char* role : {"votes", "ties", "memberships", "indicators", "flows"})
            domains += inputs.contains(role);
        if (domains > 1 || inputs.contains("flows") || inputs.contains("indicators")) return "";
        return "it weighs several domains; give, beside the votes, ties (" + columns_of_role("ties") + "), flows (" +
               columns_of_role("flows") + ") or memberships (" + columns_of_role("memberships") + ") with institutions";
    }

    /// @returns why there can be no such analysis; empty when it was added
    std::string start_on(const Method& method, const std::string& role, const Inputs& inputs, std::size_t number) {
        if (inputs.empty()) return useless_;  // what was there says nothing of this state
        ParameterFacts facts;
        facts.order = &order_;
        facts.data = inputs;
        if (std::string why = problem_of(method, inputs, &facts.window); !why.empty()) return why;
        if (std::string why = too_few_domains(method, inputs); !why.empty()) return why;
        narrow_to_results(inputs, facts.window);
        ChosenParameters chosen = chosen_parameters(method.id, facts);
        if (!chosen.cannot.empty()) return chosen.cannot;
        const MethodTitle title = number == 0 ? method_title(method.id) : method_title_of(method.id, role);
        StartedAnalysis analysis;
        analysis.id = title.id;
        analysis.method = method.id;
        analysis.title = title.title;
        analysis.parameters = std::move(chosen.lines);
        analysis.window = chosen.window.value_or(facts.window);
        analysis.subject = std::move(chosen.subject);
        for (const GivenData& data : files_) {
            const auto read = inputs.find(data.role);
            if (read == inputs.end() || read->second != &data) continue;
            analysis.data.push_back(data.key);
            used_.insert(data.key);
        }
        for (std::string& sentence : chosen.told) draft_.told.push_back(analysis.id + ": " + sentence);
        add_results(analysis, inputs);
        draft_.analyses.push_back(std::move(analysis));
        return "";
    }

    /// What is made of a result speaks of its years only.
    void narrow_to_results(const Inputs& inputs, Span& window) const {
        for (const auto& [role, data] : inputs) {
            if (data->result.empty() || !data->years) continue;
            window = {std::max(window.first, data->years->first), std::min(window.last, data->years->last)};
        }
    }

    /// The analysis' result as data for those further down, unless a file is of that kind.
    void add_results(const StartedAnalysis& analysis, const Inputs& inputs) {
        for (const FedByResult& fed : fed_by_results()) {
            if (fed.method != analysis.method || data_of(fed.role) != nullptr) continue;
            GivenData& result = files_.emplace_back();
            result.key = fed.key;
            result.role = fed.role;
            result.result = analysis.id;
            result.result_table = fed.table;
            result.years = analysis.window;
            result.states = {order_.focus};
            result.known_by = {inputs.contains("ties") ? "ties" : "votes"};  // the domain of its rows
        }
    }

    /// What the method would need beside what was given; where nothing of it was, each way to feed it.
    [[nodiscard]] std::string lacking(const Method& method) const {
        const auto is_there = [&](const DataNeed& need) { return need.required && data_of(need.role) != nullptr; };
        const auto begun = [&](const std::vector<DataNeed>& needs) { return std::ranges::any_of(needs, is_there); };
        const bool any_begun = std::ranges::any_of(method.reads, begun);
        std::vector<std::string> ways;
        for (const std::vector<DataNeed>& needs : method.reads) {
            if (any_begun && !begun(needs)) continue;
            std::string way;
            for (const DataNeed& need : needs) {
                if (!need.required || is_there(need)) continue;
                const std::string columns = columns_of_role(need.role);
                std::string one = need.role + (columns.empty() ? "" : " (" + columns + ")");
                const auto fed = std::ranges::find(fed_by_results(), need.role, &FedByResult::role);
                if (fed != fed_by_results().end()) one += " or an analysis by " + fed->method;
                if (need.role == "scenario") one += " (a scenario file, .toml)";
                add_item(way, one, " with ");
            }
            if (!way.empty() && std::ranges::find(ways, way) == ways.end()) ways.push_back(std::move(way));
        }
        return (any_begun ? "it also needs " : "it needs ") + joined(ways, "; or ") + "; no such file was given";
    }

    const StudyOrder& order_;
    std::list<GivenData> files_;  ///< and results; a list, since analyses point into it
    Methods methods_;
    std::set<std::string> used_;
    std::string useless_;  ///< why data that a balance could read were left out
    StudyDraft draft_;
};

/// Ties are read with a list of which states existed, which the program has.
void add_state_system(std::vector<GivenData>& data) {
    if (given(data, "ties") == nullptr || given(data, "system") != nullptr) return;
    const auto ties = std::ranges::find(data, "ties", &GivenData::role);
    data.insert(ties + 1, state_system());
}

}  // namespace

StudyDraft started_analyses(const StudyOrder& order, std::vector<GivenData> data, Methods methods) {
    add_state_system(data);
    return Drafting(order, std::move(data), methods).take();
}

std::vector<Span> windows_within(const Span& years) {
    constexpr int for_halves = 6, for_thirds = 15;
    std::vector<Span> windows = {years};
    const int length = years.last - years.first + 1;
    const int parts = length >= for_thirds ? 3 : length >= for_halves ? 2 : 1;
    int first = years.first;
    for (int part = 1; part <= parts && parts > 1; ++part) {
        const int last = years.first + length * part / parts - 1;
        windows.push_back({first, last});
        first = last + 1;
    }
    return windows;
}

}  // namespace tarazy
