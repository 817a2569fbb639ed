#pragma once

#include "io/read_table.hpp"
#include "table/named_cells.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace tarazy::testing_breaks {

/// The series of the reference files (src/trace/testdata/README.md), by name.
inline const std::vector<double>& reference_series(const std::string& name) {
    static const std::map<std::string, std::vector<double>> all = [] {
        std::map<std::string, std::vector<double>> read;
        const Table table = read_table(TARAZY_SOURCE_DIR "/src/trace/testdata/series.csv");
        for (std::size_t row = 0; row < table.rows(); ++row)
            read[text_in(table, "series", row)].push_back(number_in(table, "y", row).value());
        return read;
    }();
    return all.at(name);
}

/// Outputs of peers and of the oracle that are too large for the checkout.
inline std::filesystem::path reference_file(const std::string& name) {
    return std::filesystem::path(TARAZY_SHARED_DIR "/reference/trace") / name;
}

}  // namespace tarazy::testing_breaks
