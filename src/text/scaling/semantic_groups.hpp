#pragma once

#include "table/table.hpp"
#include "text/scaling/latent_semantic_scaling.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Documents of one group (a year, a state and a window of years) on the scale of a model.
struct SemanticGroup {
    std::vector<std::string> at;
    std::size_t documents = 0;  ///< with words
    double tokens = 0;
    double fit = 0;
    std::optional<double> se, lower, upper;  ///< none with one document
};

struct SemanticGroups {
    std::vector<SemanticGroup> groups;  ///< in the order of years (text/counts/trends.hpp)
    std::size_t left_out = 0;           ///< documents without a group, or without words
};

/// Means of groups: y = sum s_d/sum n_d over the documents d of a group, with s_d the sum of the polarity of its n_d
/// words, then standardised as the documents were. Documents are what was drawn: the standard error is that of a ratio
/// over documents, V = D/(D - 1) sum (s_d - y n_d)^2/(sum n_d)^2 (Cochran 1977, linearised), the interval that of
/// Student's t with D - 1 degrees. The polarity of words is taken as known.
/// @param at  of each document the cells of its group; an empty one: no group
/// @throws InputError  no document is left. O(documents log documents)
[[nodiscard]] SemanticGroups semantic_groups(const SemanticScaling& scaling,
                                             const std::vector<std::vector<std::string>>& at, double level = 0.95);

/// `<by>...,fit,se,lwr,upr,documents,tokens`
[[nodiscard]] Table semantic_group_table(const SemanticGroups& found, const std::vector<std::string>& by);

}  // namespace tarazy
