#include "study/method.hpp"

#include <algorithm>

namespace tarazy {
namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

const AnalysisInput* AnalysisPlan::input(std::string_view role) const noexcept {
    const auto found = std::ranges::find(inputs, role, &AnalysisInput::role);
    return found == inputs.end() ? nullptr : &*found;
}

const Method* find_method(Methods methods, std::string_view id) {
    const auto found = std::ranges::find(methods, id, &Method::id);
    return found == methods.end() ? nullptr : &*found;
}

std::vector<std::string> method_names(Methods methods) {
    std::vector<std::string> names;
    for (const Method& method : methods) names.push_back(method.id);
    return names;
}

std::vector<std::string> method_nouns(Methods methods) {
    // A study says which methods have something to say of a proposition, also those that are still to come.
    std::vector<std::string> nouns = {"align", "compare", "trace", "network", "text", "simulate"};
    for (const Method& method : methods) add_once(nouns, method.id.substr(0, method.id.find('.')));
    return nouns;
}

std::vector<std::string> data_roles(Methods methods) {
    std::vector<std::string> roles;
    for (const Method& method : methods) {
        for (const std::vector<DataNeed>& set : method.reads)
            for (const DataNeed& need : set) add_once(roles, need.role);
    }
    for (const char* no_method_reads_yet : {"documents", "series"}) add_once(roles, no_method_reads_yet);
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
