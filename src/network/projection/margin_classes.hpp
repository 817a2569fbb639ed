#pragma once

#include "network/affiliations/two_mode_network.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Actors that no null model which keeps the margins can tell apart (the same number of institutions, the same ones
/// closed to them), and institutions likewise: what such a model says of a pair depends on the classes alone.
/// Classes are numbered by rising degree.
struct MarginClasses {
    std::vector<std::uint32_t> actor_class, institution_class;    ///< of each actor, each institution
    std::vector<std::uint32_t> actor_degree, institution_degree;  ///< of each class
    std::vector<std::uint32_t> actor_count, institution_count;    ///< members of each class
    std::vector<std::uint32_t> first_actor, first_institution;    ///< a member of each class

    [[nodiscard]] std::size_t actor_classes() const noexcept { return actor_degree.size(); }
    [[nodiscard]] std::size_t institution_classes() const noexcept { return institution_degree.size(); }
};

/// @param cannot_join  actors x institutions, structural zeros; an empty matrix for none
/// O(cells/64 log(actors + institutions))
[[nodiscard]] MarginClasses margin_classes(const BitMatrix& ties, const BitMatrix& cannot_join);

}  // namespace tarazy
