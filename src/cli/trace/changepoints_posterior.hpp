#pragma once

#include "cli/command.hpp"
#include "trace/breaks/turning_points.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// The part of `trace changepoints` that speaks of probabilities and guarantees.
struct PosteriorWords {
    TurningPointOptions turning;
    std::string null = "blocks", norm = "all", threshold = "simulated", show = "changes";
    std::vector<std::string> windows;
    double significance = 0.05, exponent = 1;
};

/// bayes, any-change, guaranteed, e-divisive
[[nodiscard]] const std::vector<std::string>& posterior_methods();

/// Options of these methods, in a group of their own.
void add_posterior_options(CLI::App& app, PosteriorWords& words);

/// The result of one of them over all series.
/// @param min_segment  of e-divisive
[[nodiscard]] Table posterior_result(const Session& session, std::span<const TimeSeries> all, const std::string& method,
                                     PosteriorWords words, std::size_t min_segment);

}  // namespace tarazy
