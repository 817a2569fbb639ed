#pragma once

// For tests only: the Basque Country and the other regions of Spain (src/trace/testdata/README.md).

#include "io/read_table.hpp"
#include "trace/counterfactual/donor_panel.hpp"

#include <string>

namespace tarazy::basque {

inline const std::string folder = TARAZY_SOURCE_DIR "/src/trace/testdata/";

inline DonorPanelOptions options() {
    DonorPanelOptions options;
    options.treated = "Basque Country";
    options.from = 1970;
    options.outcome = "gdpcap";
    return options;
}
inline DonorPanel panel() {
    return read_donor_panel(read_table(folder + "basque_gdp.csv"), options());
}

}  // namespace tarazy::basque
