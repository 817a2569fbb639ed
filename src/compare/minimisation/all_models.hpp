#pragma once

#include "compare/minimisation/minimise.hpp"

#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace tarazy {

enum class SolutionKind { conservative, parsimonious, intermediate };
inline constexpr std::array<SolutionKind, 3> solution_kinds = {SolutionKind::conservative, SolutionKind::parsimonious,
                                                               SolutionKind::intermediate};
[[nodiscard]] std::string_view to_string(SolutionKind kind);

/// Every model of one solution type, which is what a statement about a solution is checked against. Of the intermediate
/// type: the models of all pairs of a conservative and a parsimonious model.
struct AllModels {
    std::vector<std::vector<Literals>> models;  ///< terms ascending within a model, models ascending, none twice
    std::vector<Literals> prime_implicants;     ///< ascending; of the intermediate type: of any pair
    bool complete = true;                       ///< false: a limit of MinimiseOptions was reached

    friend bool operator==(const AllModels& a, const AllModels& b) { return a.models == b.models; }
};

/// One of each kind; empty where it was not asked for.
using AllModelsByKind = std::array<AllModels, 3>;

/// Minimises rows that are coded already; only the kinds asked for are computed (the intermediate one needs the other
/// two). No models when no row is positive; no parsimonious or intermediate models when nothing is negative or
/// excluded, since then nothing sets the positive rows apart.
[[nodiscard]] AllModelsByKind all_models(const PropertySpace& space, const CodedRows& rows,
                                         const std::set<SolutionKind>& kinds, const MinimiseOptions& options = {});

}  // namespace tarazy
