#include "analyses/align/balance_analysis.hpp"
#include "analyses/align/ideal_points_analysis.hpp"
#include "analyses/align/shares_analysis.hpp"
#include "analyses/align/similarity_analysis.hpp"
#include "analyses/compare/minimise_analysis.hpp"
#include "analyses/compare/robustness_analysis.hpp"
#include "analyses/trace/chronology_analysis.hpp"
#include "study/method.hpp"

#include <algorithm>

namespace tarazy {

const std::vector<Method>& methods() {
    static const std::vector<Method> all = {
        shares_method(),   similarity_method(), ideal_points_method(), balance_method(),
        minimise_method(), robustness_method(), chronology_method(),
    };
    return all;
}

const Method* find_method(std::string_view id) {
    const auto found = std::ranges::find(methods(), id, &Method::id);
    return found == methods().end() ? nullptr : &*found;
}

std::vector<std::string> method_names() {
    std::vector<std::string> names;
    for (const Method& method : methods()) names.push_back(method.id);
    return names;
}

const std::vector<std::string>& data_roles() {
    static const std::vector<std::string> roles = {
        "votes",  "roll_calls", "bridges",   "ties",  "system", "weights", "flows",     "memberships", "institutions",
        "events", "links",      "conflicts", "cases", "cells",  "sources", "documents", "series",      "indicators"};
    return roles;
}

const std::vector<DataNeed>* fitting_roles(const Method& method, const std::vector<std::string>& roles) {
    const auto fits = [&](const std::vector<DataNeed>& set) {
        return std::ranges::all_of(set, [&](const DataNeed& need) {
            return !need.required || std::ranges::find(roles, need.role) != roles.end();
        });
    };
    const auto found = std::ranges::find_if(method.reads, fits);
    return found == method.reads.end() ? nullptr : &*found;
}

}  // namespace tarazy
