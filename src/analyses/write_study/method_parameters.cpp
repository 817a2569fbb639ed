#include "analyses/write_study/method_parameters.hpp"

#include "analyses/write_study/started_analyses.hpp"
#include "analyses/write_study/toml_text.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// In its 79th session the United States began to call votes on texts formerly adopted by consensus.
constexpr int agenda_break = 79, agenda_break_year = 1945 + agenda_break;

std::string named_line(const std::string& name, const std::string& value) {
    return name + " = " + value;
}

/// Names of columns that hold numbers, with the count of values in the rows of a state (all rows: no state).
std::vector<std::pair<std::string, std::size_t>> number_columns(const Table& table, const std::string& unit) {
    std::vector<std::pair<std::string, std::size_t>> found;
    static const std::set<std::string> keys = {"unit", "time", "state", "year", "ccode", "case", "cow"};
    const std::vector<std::string> units =
        table.find("unit") && !unit.empty() ? require_texts(table, "unit") : std::vector<std::string>();
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        if (keys.contains(table.names[c]) || table.columns[c].type() == ColumnType::text) continue;
        std::size_t values = 0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (!units.empty() && units[row] != unit) continue;
            values += table.columns[c].missing(row) ? 0 : 1;
        }
        if (values > 0) found.emplace_back(table.names[c], values);
    }
    return found;
}

/// Indicators of a long table with the count of a state's values.
std::vector<std::pair<std::string, std::size_t>> indicators_of(const Table& table, const std::string& state) {
    std::vector<std::pair<std::string, std::size_t>> found;
    const std::vector<std::string> names = require_texts(table, "indicator"), states = require_texts(table, "state");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (states[row] != state || table["value"].missing(row)) continue;
        const auto same = std::ranges::find(found, names[row], &std::pair<std::string, std::size_t>::first);
        if (same == found.end()) {
            found.emplace_back(names[row], 1);
        } else {
            ++same->second;
        }
    }
    return found;
}

/// What of a panel or of indicators is known in most years, the state studied being asked.
std::vector<std::string> best_known(const ParameterFacts& facts) {
    const GivenData* panel = facts.of("panel");
    auto counts = panel != nullptr ? number_columns(panel->table, facts.order->focus)
                                   : indicators_of(facts.of("indicators")->table, facts.order->focus);
    std::ranges::stable_sort(counts, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> names;
    for (auto& [name, count] : counts) names.push_back(name);
    return names;
}

ChosenParameters vote_or_tie_windows(const ParameterFacts& facts) {
    ChosenParameters chosen;
    Span years = facts.window;
    if (facts.of("votes") != nullptr && years.last >= agenda_break_year && years.first < agenda_break_year) {
        years.last = agenda_break_year - 1;
        chosen.lines.push_back(
            "agenda_break = 79   # sessions from this one on are drawn and enter no average: the "
            "United States then called votes on texts formerly adopted by consensus");
        chosen.window = years;
    }
    chosen.lines.insert(chosen.lines.begin(), windows_line(years));
    if (facts.of("votes") != nullptr)
        chosen.lines.emplace_back("bootstrap = 1000    # resamples of roll calls behind the intervals");
    return chosen;
}

ChosenParameters bootstrap_only(const ParameterFacts& facts) {
    if (facts.of("votes") == nullptr) return {};
    return {{"bootstrap = 1000    # resamples of roll calls behind the intervals"}};
}

ChosenParameters windows_only(const ParameterFacts& facts) {
    return {{windows_line(facts.window)}};
}

/// The ends of the scale of ideal points are the United States and Russia, unless one of them has no vote.
void add_anchors(const ParameterFacts& facts, ChosenParameters& chosen) {
    const GivenData* votes = facts.of("votes");
    if (votes == nullptr || (votes->covers("USA") && votes->covers("RUS"))) return;
    std::vector<std::string> voted;
    for (const Pole& pole : facts.order->poles)
        for (const std::string& member : pole.members)
            if (votes->covers(member)) voted.push_back(member);
    if (voted.size() < 2) return;
    chosen.lines.push_back(
        "anchors = " + toml_quoted(voted.back() + "," + voted.front()) +
        "   # ends of the scale, the upper one first; commonly USA,RUS, which did not both vote here");
}

ChosenParameters positions_of_states(const ParameterFacts& facts) {
    ChosenParameters chosen = windows_only(facts);
    add_anchors(facts, chosen);
    return chosen;
}

/// Beginnings of indicators that go on with every pole, or with every member of one: `imports_from_`.
std::vector<std::string> pole_prefixes(const ParameterFacts& facts) {
    std::set<std::string> names;
    for (const auto& [name, count] : indicators_of(facts.of("indicators")->table, facts.order->focus))
        names.insert(name);
    const Pole& first = facts.order->poles.front();
    std::vector<std::string> prefixes;
    for (const std::string& name : names) {
        for (const std::string& end : {first.id, first.members.front()}) {
            if (!name.ends_with(end) || name.size() == end.size()) continue;
            std::string prefix = name.substr(0, name.size() - end.size());
            const bool all = std::ranges::all_of(facts.order->poles, [&](const Pole& pole) {
                const auto there = [&](const std::string& member) { return names.contains(prefix + member); };
                return there(pole.id) || std::ranges::all_of(pole.members, there);
            });
            if (all && std::ranges::find(prefixes, prefix) == prefixes.end()) prefixes.push_back(std::move(prefix));
        }
    }
    return prefixes;
}

std::string domain_name(std::string prefix) {
    while (prefix.ends_with('_') || prefix.ends_with('.') || prefix.ends_with('-')) prefix.pop_back();
    return prefix;
}

/// The smallest figure above zero of each domain that holds a zero: a zero needs a limit of detection.
std::map<std::string, double> limits_of(const Table& table, const std::vector<std::string>& domains) {
    std::map<std::string, double> least;
    std::set<std::string> zeros;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (domains[row].empty() || table["value"].type() == ColumnType::text) continue;
        const auto value = table["value"].real(row);
        if (!value) continue;
        if (*value == 0) zeros.insert(domains[row]);
        if (*value <= 0) continue;
        const auto [known, added] = least.emplace(domains[row], *value);
        known->second = std::min(known->second, *value);
    }
    std::erase_if(least, [&](const auto& one) { return !zeros.contains(one.first); });
    return least;
}

ChosenParameters balance_domains(const ParameterFacts& facts) {
    ChosenParameters chosen = positions_of_states(facts);
    std::map<std::string, double> limits;
    if (const GivenData* indicators = facts.of("indicators")) {
        const std::vector<std::string> prefixes = pole_prefixes(facts);
        if (prefixes.empty()) return {{}, "no indicator is named after every pole, as imports_from_RUS would be"};
        const auto entry = [](const std::string& prefix) {
            return toml_quoted(domain_name(prefix)) + " = " + toml_quoted(prefix);
        };
        chosen.lines.push_back("indicators = { " + joined(prefixes, ", ", entry) + " }");
        std::vector<std::string> domains(indicators->table.rows());
        const std::vector<std::string> names = require_texts(indicators->table, "indicator");
        for (std::size_t row = 0; row < names.size(); ++row) {
            for (const std::string& prefix : prefixes)
                if (names[row].starts_with(prefix)) domains[row] = domain_name(prefix);
        }
        limits = limits_of(indicators->table, domains);
    }
    if (const GivenData* flows = facts.of("flows")) {
        std::vector<std::string> domains(flows->table.rows(), "flows");
        if (flows->table.find("domain")) domains = require_texts(flows->table, "domain");
        limits.merge(limits_of(flows->table, domains));
    }
    if (!limits.empty()) {
        const auto entry = [](const auto& one) { return toml_quoted(one.first) + " = " + number_text(one.second); };
        chosen.lines.push_back("detection_limits = { " + joined(limits, ", ", entry) +
                               " }   # PLACEHOLDER: the smallest figure seen; say what the source would have recorded");
    }
    return chosen;
}

/// Columns whose cells are memberships in a set: from 0 to 1, `-` where a condition does not apply.
std::vector<std::string> sets_of(const Table& table) {
    std::vector<std::string> sets;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        const Column& column = table.columns[c];
        if (column.type() == ColumnType::text || column.count_missing() > 0) continue;
        bool within = column.size() > 0;
        for (std::size_t row = 0; row < column.size(); ++row) {
            const double value = *column.real(row);
            within = within && value >= 0 && value <= 1;
        }
        if (within) sets.push_back(table.names[c]);
    }
    return sets;
}

ChosenParameters comparison_of_cases(const ParameterFacts& facts) {
    constexpr std::size_t most_conditions = 5;
    std::vector<std::string> sets = sets_of(facts.of("cases")->table);
    std::string outcome = facts.order->outcome;
    if (!outcome.empty() && std::ranges::find(sets, outcome) == sets.end())
        return {{}, "the cases have no set '" + outcome + "'; sets (columns from 0 to 1) are " + joined(sets, ", ")};
    if (sets.size() < 2) return {{}, "the cases have fewer than two columns of memberships from 0 to 1"};
    ChosenParameters chosen;
    if (outcome.empty()) {
        outcome = sets.front();
        chosen.told.push_back("the outcome of the comparison is taken to be '" + outcome +
                              "', the first set of the cases; --outcome says another");
    }
    std::erase(sets, outcome);
    std::string rest;
    if (sets.size() > most_conditions) {
        const std::vector<std::string> more(sets.begin() + most_conditions, sets.end());
        rest = "   # also there: " + joined(more, ", ");
        sets.resize(most_conditions);
    }
    chosen.subject = sets.front();
    chosen.lines = {named_line("outcome", toml_quoted(outcome)),
                    named_line("conditions", toml_quoted(joined(sets, ","))) + rest,
                    "incl_cut = 0.8      # consistency from which a row is taken to lead to the outcome"};
    return chosen;
}

ChosenParameters robustness_of_cases(const ParameterFacts& facts) {
    ChosenParameters chosen = comparison_of_cases(facts);
    chosen.told.clear();  // said of the comparison itself
    if (chosen.cannot.empty())
        chosen.lines.push_back(
            named_line("claims", toml_quoted("there is a model; " + chosen.subject + " is necessary at 0.9")));
    return chosen;
}

ChosenParameters first_set(const ParameterFacts& facts) {
    const Table& hypotheses = facts.of("hypotheses")->table;
    if (!hypotheses.find("set")) return {};
    const std::vector<std::string> sets = require_texts(hypotheses, "set");
    const std::set<std::string> each(sets.begin(), sets.end());
    std::string rest;
    if (each.size() > 1) rest = "   # others: " + joined(each, ", ");
    return {{named_line("set", toml_quoted(sets.front())) + rest}};
}

/// Breaks and forecasts of a few years are none.
ChosenParameters enough_years(const ParameterFacts& facts) {
    constexpr int least = 8;
    if (facts.window.last - facts.window.first + 1 >= least) return {};
    return {{}, "it needs eight years of a series; there are those of " + to_string(facts.window)};
}

ChosenParameters series_to_break(const ParameterFacts& facts) {
    constexpr std::size_t most = 6;
    if (ChosenParameters few = enough_years(facts); !few.cannot.empty()) return few;
    if (const GivenData* series = facts.of("series")) {
        if (series->result.empty()) return {};
        return {{"value = \"closeness\"", "series = \"pole\"",
                 named_line("domain", toml_quoted(series->known_by.front()))}};
    }
    std::vector<std::string> names = best_known(facts);
    if (names.empty()) return {{}, "the indicators hold no value of " + facts.order->focus};
    if (names.size() > most) names.resize(most);
    return {{named_line("indicators", toml_quoted(joined(names, ";")))}, "", names.front()};
}

std::string one_indicator(const ParameterFacts& facts, ChosenParameters& chosen) {
    const std::vector<std::string> names = best_known(facts);
    if (names.empty()) {
        chosen.cannot = "the data hold no value of " + facts.order->focus;
        return "";
    }
    if (facts.order->comparison.empty()) chosen.cannot = "it sets the state beside others: name some with --comparison";
    chosen.subject = names.front();
    chosen.told.push_back("'" + names.front() + "' stands for the data, being known in most years" +
                          (names.size() == 1 ? "" : "; others: " + first_few(std::span(names).subspan(1), 8)));
    return names.front();
}

ChosenParameters contrast_of_halves(const ParameterFacts& facts) {
    ChosenParameters chosen;
    const std::string name = one_indicator(facts, chosen);
    const Span years = facts.window;
    int middle = years.first + (years.last - years.first + 1) / 2;
    std::string why = "   # PLACEHOLDER: halves of the years; name years before and after what happened";
    if (facts.order->event_year) {
        middle = *facts.order->event_year;
        why.clear();
    }
    constexpr int least = 3;
    if (middle - years.first < least || years.last - middle + 1 < least)
        chosen.cannot = "it needs three years before and after; the data have " + to_string(years);
    chosen.lines = {named_line("indicator", toml_quoted(name)),
                    named_line("before", toml_quoted(to_string(Span{years.first, middle - 1}))) + why,
                    named_line("after", toml_quoted(to_string(Span{middle, years.last})))};
    return chosen;
}

ChosenParameters outcome_of_event(const ParameterFacts& facts, const char* outcome, const char* when) {
    ChosenParameters chosen;
    if (!facts.order->event_year) return {{}, "it asks what an event changed: name its year with --event-year"};
    const std::string name = one_indicator(facts, chosen);
    const int year = *facts.order->event_year;
    constexpr int least = 4;
    if (year - facts.window.first < least || year >= facts.window.last)
        chosen.cannot = "it needs four years before " + std::to_string(year) + " and one after; the data have " +
                        to_string(facts.window);
    chosen.lines = {named_line(outcome, toml_quoted(name)), named_line(when, std::to_string(year))};
    return chosen;
}

ChosenParameters synthetic(const ParameterFacts& facts) {
    ChosenParameters chosen = outcome_of_event(facts, "outcome", "from");
    if (chosen.cannot.empty() && facts.order->comparison.size() < 2)
        chosen.cannot = "it mixes at least two other states: name them with --comparison";
    return chosen;
}

ChosenParameters interrupted(const ParameterFacts& facts) {
    return outcome_of_event(facts, "indicator", "at");
}

ChosenParameters bridge_years(const ParameterFacts& facts) {
    return {{named_line("years", toml_quoted(to_string(facts.window))), windows_line(facts.window)}};
}

ChosenParameters regime_year(const ParameterFacts& facts) {
    return {{named_line("year", std::to_string(facts.window.last))}};
}

ChosenParameters first_code(const ParameterFacts& facts) {
    ChosenParameters chosen = windows_only(facts);
    const std::vector<std::string> codes = require_texts(facts.of("codebook")->table, "code");
    if (!codes.empty()) chosen.subject = codes.front();
    return chosen;
}

ChosenParameters words_or_codes(const ParameterFacts& facts) {
    if (facts.of("codebook") == nullptr) return {{}, "it needs a codebook (code,entry), or patterns to look for"};
    return windows_only(facts);
}

using Chooser = ChosenParameters (*)(const ParameterFacts&);

const std::map<std::string, Chooser, std::less<>>& choosers() {
    static const std::map<std::string, Chooser, std::less<>> all = {
        {"align.similarity", bootstrap_only},
        {"align.shares", vote_or_tie_windows},
        {"align.ideal-points", positions_of_states},
        {"align.balance", balance_domains},
        {"compare.minimise", comparison_of_cases},
        {"compare.robustness", robustness_of_cases},
        {"network.bridge", bridge_years},
        {"network.regimes", regime_year},
        {"trace.changepoints", series_to_break},
        {"trace.evidence", first_set},
        {"trace.contrast", contrast_of_halves},
        {"trace.synth", synthetic},
        {"trace.its", interrupted},
        {"text.codes", first_code},
        {"text.keyness", windows_only},
        {"text.concordance", words_or_codes},
        {"text.estimate", windows_only},
        {"simulate.forecast", enough_years},
        {"simulate.hedge", enough_years},
    };
    return all;
}

}  // namespace

const GivenData* ParameterFacts::of(const std::string& role) const {
    const auto found = data.find(role);
    return found == data.end() ? nullptr : found->second;
}

ChosenParameters chosen_parameters(std::string_view method, const ParameterFacts& facts) {
    const auto chooser = choosers().find(method);
    return chooser == choosers().end() ? ChosenParameters() : chooser->second(facts);
}

std::string windows_line(const Span& years) {
    std::vector<std::string> windows;
    for (const Span& window : windows_within(years)) windows.push_back(to_string(window));
    return "windows = " + toml_list(windows);
}

}  // namespace tarazy
