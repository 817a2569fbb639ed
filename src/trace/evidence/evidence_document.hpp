#pragma once

#include "trace/evidence/rival_explanations.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Reads rival explanations from one TOML or JSON document.
///
///     [[hypothesis]]                        # or `prior = { insider = 0.5, stranger = 0.5 }` alone
///     id = "insider"
///     name = "Someone of the stable"        # name_kk, name_ru; likewise says, why
///     prior = 0.5
///     prior_range = [0.3, 0.7]
///
///     [[clue]]                              # or [[evidence]]
///     id = "dog"
///     clue = "The dog did nothing"
///     found = "yes"                         # no, not_sought
///     group = "night"
///     likelihood = { insider = 0.9, stranger = [0.05, 0.1, 0.3] }   # a number, or low, value, high
///     range = { insider = [0.8, 0.95] }     # the same, written apart
///     test = "hoop"                         # instead of likelihoods: straw, hoop, smoking_gun, doubly_decisive
///     favours = "insider"
///
///     [[group]]                             # only for likelihoods elicited jointly
///     id = "night"
///     likelihood = { insider = 0.8, stranger = 0.05 }
///
/// A JSON list of such documents is one set each, named by `name` or `set`. O(length)
/// @param path  named in messages, and decides between TOML and JSON
/// @param set   of a list, which; may be empty where there is only one
/// @throws InputError as `assembled_rivals`, for keys that are unknown and values of another kind
[[nodiscard]] RivalExplanations read_rivals_document(std::string_view text, const std::string& path,
                                                     const std::string& set = {});

}  // namespace tarazy
