#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A tested number under alternatives of the choices that touch it.
struct CurvePoint {
    std::optional<double> value, lower, upper;
    std::string result;
    std::int64_t universes = 0;
    bool own = false;                                         ///< in the study as it stands
    std::vector<std::pair<std::string, std::string>> picked;  ///< choice and alternative, of those that touch it
};

/// Of one declared test, values ascending and unknown ones last.
struct CurveOfTest {
    std::string test;  ///< "P2.1": proposition and number of the test
    LocalText name;    ///< "P2: difference: Russia and China, 1992–2023"
    std::vector<CurvePoint> points;
    std::size_t first_row = 0;  ///< of the points, which lie one after the other in the table `curves`
};

/// The curves of the tests whose result or value is not the same in all universes.
[[nodiscard]] std::vector<CurveOfTest> curves_of_tests(const ReportContext& context);

inline constexpr const char* specification_curve_id = "specification_curve-multiverse";

/// The figure of all these curves; none where nothing is known.
[[nodiscard]] std::vector<nlohmann::ordered_json> multiverse_figures(const ReportContext& context);

/// Names that the figure needs beside those of states: of tests (`test:P2.1`), of choices (`choice:west`) and of their
/// alternatives (`choice:west=allies`).
[[nodiscard]] std::map<std::string, LocalText> multiverse_names(const ReportContext& context);

}  // namespace tarazy
