#pragma once

#include "base/error.hpp"
#include "io/toml_document.hpp"
#include "simulate/scenario/input_space.hpp"
#include "table/table.hpp"

#include <string>

namespace tarazy {

/// The tables [[input]] and [[correlation]] of a scenario file:
///
///     [[input]]
///     name = "growth"
///     distribution = "pert"            # uniform, triangular, pert, normal, lognormal, beta, discrete
///     lower = 0                        # the keys of the distribution
///     mode = 0.02
///     upper = 0.08
///     unit = "per year"                # may be left out, as `source`
///     source = "judged by two coders"
///
///     [[correlation]]
///     between = ["growth", "pressure"]
///     value = 0.4                      # of the normal scores
///
/// Other keys of the document are left to others. What is wrong goes to `diagnostics`.
[[nodiscard]] InputSpace inputs_of_document(const TomlValue& document, const std::string& path,
                                            Diagnostics& diagnostics);

/// The same from a table with the columns `name`, `lower`, `upper`, and may be any of the other keys; `distribution` is
/// uniform where it is not given. @throws InputError with all that is wrong
[[nodiscard]] InputSpace inputs_of_table(const Table& table);

}  // namespace tarazy
