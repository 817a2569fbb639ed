#include "network/functions/carried_functions.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t few_names = 8;

bool stands_in(const std::vector<std::string>& sorted, const std::string& name) {
    return std::ranges::binary_search(sorted, name);
}

std::string without_place(const std::vector<std::string>& names, const std::vector<std::string>& others) {
    std::string text = first_few(names, few_names);
    if (names.size() == 1) {
        if (const auto near = nearest_name(names[0], others)) text += " (did you mean '" + *near + "'?)";
    }
    return text;
}

void tell_lacking(const TwoModeNetwork& memberships, const InstitutionFunctions& functions,
                  std::vector<std::string>& warnings) {
    std::vector<std::string> without_function, without_membership;
    for (const std::string& name : memberships.institutions)
        if (!stands_in(functions.institutions, name)) without_function.push_back(name);
    for (const std::string& name : functions.institutions)
        if (!stands_in(memberships.institutions, name)) without_membership.push_back(name);
    if (without_function.size() == memberships.institutions.size())
        throw InputError(Problem{functions.path, 0, 0, "none of its institutions has memberships",
                                 "the memberships name " + first_few(memberships.institutions, few_names)});
    const bool one_carries_nothing = without_function.size() == 1, one_is_left_out = without_membership.size() == 1;
    if (!without_function.empty())
        warnings.push_back(std::to_string(without_function.size()) +
                           (one_carries_nothing ? " institution has no function in the table and carries nothing: "
                                                : " institutions have no function in the table and carry nothing: ") +
                           without_place(without_function, without_membership));
    if (!without_membership.empty())
        warnings.push_back(std::to_string(without_membership.size()) +
                           (one_is_left_out
                                ? " institution of the function table has no memberships and is left out: "
                                : " institutions of the function table have no memberships and are left out: ") +
                           without_place(without_membership, without_function));
}

}  // namespace

std::size_t CarriedFunctions::count_unknown() const noexcept {
    std::size_t count = 0;
    for (std::size_t state = 0; state < unknown.rows(); ++state) count += count_bits(unknown.row(state));
    return count;
}

CarriedFunctions carried_functions(const TwoModeNetwork& memberships, const BitMatrix* unknown,
                                   const InstitutionFunctions& functions, std::vector<std::string>& warnings) {
    tell_lacking(memberships, functions, warnings);
    CarriedFunctions result;
    result.states = memberships.actors;
    result.institutions = memberships.institutions;
    result.functions = functions.functions;
    result.members = memberships.ties;
    result.unknown = unknown == nullptr ? BitMatrix(result.states.size(), result.institutions.size()) : *unknown;
    for (std::size_t state = 0; state < result.states.size(); ++state) {
        const auto known = result.members.row(state);
        const auto row = result.unknown.row(state);
        for (std::size_t word = 0; word < row.size(); ++word) row[word] &= ~known[word];
    }
    result.carriers = BitMatrix(result.functions.size(), result.institutions.size());
    result.weights.assign(result.institutions.size() * result.functions.size(), 0);
    for (std::size_t e = 0; e < result.institutions.size(); ++e) {
        const auto at = std::ranges::lower_bound(functions.institutions, result.institutions[e]);
        if (at == functions.institutions.end() || *at != result.institutions[e]) continue;
        const auto row = static_cast<std::size_t>(at - functions.institutions.begin());
        for (std::size_t f = 0; f < result.functions.size(); ++f) {
            const double weight = functions.weight(row, f);
            result.weights[e * result.functions.size() + f] = weight;
            result.carriers.set(f, e, weight > 0);
            result.weighted = result.weighted || (weight != 0 && weight != 1);
        }
    }
    return result;
}

std::vector<std::uint32_t> shared_places(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    std::vector<std::uint32_t> places;
    for (std::size_t word = 0; word < a.size(); ++word) {
        for (std::uint64_t bits = a[word] & b[word]; bits != 0; bits &= bits - 1)
            places.push_back(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
    }
    return places;
}

}  // namespace tarazy
