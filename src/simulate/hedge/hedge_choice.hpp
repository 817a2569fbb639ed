#pragma once

#include "simulate/hedge/hedge_fit.hpp"

#include <span>
#include <string>

namespace tarazy {

/// Puts into the options what is estimated and what is given, and checks that the panel has it.
///
/// Where nothing is asked to be free: inertia, entrapment, precision and up to three drivers of the panel, without
/// those that are given.
/// @param free   symbols or names
/// @param fix    SYMBOL=NUMBER
/// @param dashes "--" where they are options of the command line, for messages
/// @throws UsageError for an unknown parameter, one that is free and given, and what `check_hedge_fit` refuses
void choose_hedge_terms(HedgeFitOptions& options, const HedgePanel& panel, std::span<const std::string> free,
                        std::span<const std::string> fix, const std::string& dashes);

}  // namespace tarazy
