#pragma once

#include "network/projection/bicm.hpp"
#include "network/projection/count_tails.hpp"

namespace tarazy {

/// How many institutions an actor of one class and another of a second class share under the model: they share e with
/// probability p_ae p_be, independently (stochastic degree sequence model; Neal 2014, Social Networks 39:84-97; Neal,
/// Domagalski & Sagan 2021, Scientific Reports 11:23929). @param most  the greatest count that is asked for
/// O(institutions x most)
[[nodiscard]] CountTails class_pair_tails(const Bicm& model, std::size_t a, std::size_t b, std::size_t most);

}  // namespace tarazy
