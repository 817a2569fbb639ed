#pragma once

#include "simulate/forecast/forecaster.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The draws of one forecaster in a seal.
struct SealedDraws {
    std::string name, describes;
    bool naive = false;
    ForecastDraws draws;
};

/// A forecast with all that is needed to score it later: the data it knew, the draws of the model and of the benchmarks
/// that it will be held against, and when it was sealed.
///
/// A seal proves that its content is what was hashed, and nothing more: its date is as good as the place where the hash
/// was published.
struct SealedForecast {
    std::string sealed_on;               ///< YYYY-MM-DD
    std::string program;                 ///< version
    std::string data_file, data_sha256;  ///< name without folders, and hash of the file as it lay on disk
    YearPanel history;                   ///< up to the origin, its last year
    ValueScale scale = {};
    std::uint64_t seed = 1;
    std::string options;                 ///< as typed, for whoever reads the file
    std::string model;                   ///< the forecaster that is put to the test
    std::vector<SealedDraws> forecasts;  ///< the model and the benchmarks
};

/// The file of a seal: JSON, a hash of each part under `hashes`, and of all the rest under `sha256`. Numbers are
/// rounded to 9 significant digits, and the scores are of the rounded ones.
/// @pre names differ, the model is one of the forecasts, all forecasts have one origin, horizons and number of draws
[[nodiscard]] std::string seal_text(const SealedForecast& seal);

/// The first year whose forecast stood in the seal before the year began. Years up to that of the sealing had begun:
/// what the seal says of them is a hindcast.
[[nodiscard]] std::int64_t first_forecast_year(const SealedForecast& seal);

}  // namespace tarazy
