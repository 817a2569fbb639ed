#pragma once

#include "io/read_table.hpp"
#include "trace/breaks/time_series.hpp"

#include <map>
#include <string>
#include <vector>

namespace tarazy {

inline const std::string break_references = TARAZY_SOURCE_DIR "/src/trace/testdata/";

/// Values of the series of the reference files, by name; constant ones too.
inline const std::map<std::string, std::vector<double>>& reference_series() {
    static const std::map<std::string, std::vector<double>> all = [] {
        const Table table = read_table(break_references + "series.csv");
        const std::vector<std::string> names = require_texts(table, "series");
        const std::vector<double> values = require_reals(table, "y");
        std::map<std::string, std::vector<double>> by_name;
        for (std::size_t row = 0; row < table.rows(); ++row) by_name[names[row]].push_back(values[row]);
        return by_name;
    }();
    return all;
}

}  // namespace tarazy
