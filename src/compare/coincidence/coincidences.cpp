#include "compare/coincidence/coincidences.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

std::size_t factor_named(const std::string& name, const PropertySpace& space) {
    std::vector<std::string> known;
    for (std::size_t f = 0; f < space.size(); ++f) {
        if (space.conditions[f].name == name) return f;
        known.push_back(space.conditions[f].name);
    }
    throw UsageError("--ordering: no factor '" + name + "'; " + name_hint(name, known));
}

}  // namespace

Coincidences read_coincidences(const Table& table, const std::vector<std::string>& factors,
                               const std::string& case_column, const std::string& frequency) {
    if (factors.size() < 2) throw UsageError("name at least two factors");
    CaseOptions options;
    options.case_column = case_column;
    options.conditions = factors;
    options.frequency = frequency;
    Cases cases = read_sets(table, options);
    Diagnostics problems;
    for (std::size_t f = 0; f < cases.space.size(); ++f) {
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (!std::isnan(cases.membership[f][i])) continue;
            problems.add({cases.source, 0, 0,
                          "case '" + cases.names[i] + "' has '-' (does not apply) as " + cases.space.conditions[f].name,
                          "coincidence analysis needs a value of every factor: leave the factor or the case out"});
        }
    }
    problems.throw_if_any();
    return {std::move(cases.names),  std::move(cases.space),    std::move(cases.membership),
            std::move(cases.source), std::move(cases.warnings), std::move(cases.weights)};
}

std::vector<double> literal_memberships(const Coincidences& data, std::size_t factor, unsigned level) {
    std::vector<double> result = data.membership[factor];
    const bool multi_value = data.space.conditions[factor].multi_value;
    for (double& value : result) {
        if (multi_value)
            value = value == level ? 1 : 0;
        else if (level == 0)
            value = 1 - value;
    }
    return result;
}

bool constant(const Coincidences& data, std::size_t factor, unsigned level) {
    const bool multi_value = data.space.conditions[factor].multi_value;
    const auto present = [&](double value) { return multi_value ? value == level : value >= 0.5; };
    const std::vector<double>& values = data.membership[factor];
    return std::ranges::all_of(values, present) || std::ranges::none_of(values, present);
}

std::string constancy(const Coincidences& data, std::size_t factor, unsigned level) {
    const double value = data.membership[factor].front();
    const std::string& name = data.space.conditions[factor].name;
    if (!data.space.conditions[factor].multi_value)
        return name + (value >= 0.5 ? " never falls below one half" : " never reaches one half");
    return value == level ? name + " has the value " + std::to_string(level) + " in every case"
                          : name + " never has the value " + std::to_string(level);
}

CausalOrdering::CausalOrdering(std::string_view text, const PropertySpace& space)
    : strict_(text.find("<<") != std::string_view::npos) {
    std::size_t place = 0;
    if (trimmed(text).empty()) return;
    for (const std::string& part : split(text, strict_ ? "<<" : "<")) {
        if (part.find('<') != std::string_view::npos)
            throw UsageError("--ordering: '<' and '<<' do not go together; use one of them");
        for (const std::string& one : split(part, ',')) {
            const std::string name(trimmed(one));
            if (name.empty())
                throw UsageError("--ordering: a name is missing in '" + std::string(text) + "'; write A,B < C");
            const std::size_t factor = factor_named(name, space);
            if (this->place(factor) != nullptr) throw UsageError("--ordering: factor '" + name + "' is named twice");
            places_.insert(std::ranges::lower_bound(places_, factor, {}, &std::pair<std::size_t, std::size_t>::first),
                           {factor, place});
        }
        ++place;
    }
}

const std::size_t* CausalOrdering::place(std::size_t factor) const {
    const auto found = std::ranges::find(places_, factor, &std::pair<std::size_t, std::size_t>::first);
    return found == places_.end() ? nullptr : &found->second;
}

bool CausalOrdering::allows(std::size_t cause, std::size_t effect) const {
    if (cause == effect) return false;
    const std::size_t *before = place(cause), *after = place(effect);
    if (before == nullptr || after == nullptr) return true;
    return strict_ ? *before < *after : *before <= *after;
}

}  // namespace tarazy
