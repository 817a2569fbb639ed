#pragma once

#include "table/table.hpp"
#include "trace/counterfactual/donor_panel.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Characteristics of units that a synthetic control should share with the treated unit.
struct PredictorTable {
    std::vector<std::string> names;
    std::map<std::string, std::vector<double>> values;  ///< unit -> one a predictor
};

/// Over which periods a predictor is averaged.
struct PredictorWindow {
    std::string predictor;
    std::int64_t first = 0, last = 0;
};

/// `name:first-last, name:first-last`; a predictor may stand in several windows. @throws UsageError
[[nodiscard]] std::vector<PredictorWindow> predictor_windows(const std::string& text);

/// Reads a long table `unit,predictor,value` with or without a column `time`. Rows of one unit and predictor are
/// averaged over the periods before the treatment that have a value (Abadie & Gardeazabal 2003), or over the window
/// named for it; a window's predictor is called "name first-last". A window of the outcome itself ("gdp:1960-1969")
/// adds its mean. Units outside of the panel are not looked at. The columns of names and times are those of `options`.
/// @throws InputError for lacking columns, a unit of the panel without a predictor, and a value in a window that
/// reaches into the treatment; UsageError for a window of an unknown predictor
[[nodiscard]] PredictorTable read_predictors(const Table* table, const DonorPanel& panel,
                                             const DonorPanelOptions& options,
                                             const std::vector<PredictorWindow>& windows);

/// Every outcome before the treatment as a predictor of its own.
[[nodiscard]] PredictorTable outcome_predictors(const DonorPanel& panel);

/// `predictor,v` as a weight for each predictor of the table. @throws InputError for a predictor without a row, an
/// unknown one, a negative weight, or weights that are all zero
[[nodiscard]] std::vector<double> read_predictor_weights(const Table& table, const PredictorTable& predictors);

}  // namespace tarazy
