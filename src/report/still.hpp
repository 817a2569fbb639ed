#pragma once

#include "report/html.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

class ReportContext;
struct AnalysisResult;
struct LocalText;

// Plain drawings (SVG) for readers without scripts, one for all languages: common ground of all of them. A drawing is a
// row of panels; each is an SVG of its own, as wide as a phone, so that panels stand beside one another where there is
// room and below one another where there is none, with words at their own size. Coordinates are whole, since a page
// carries each drawing. How classes look is said in explorer/src/page/figure.css.

/// Colours and dashes of poles and lines as in the drawings of the script (explorer/src/figure/appearance.ts).
struct StillLook {
    std::string_view line, words, dash;
};
[[nodiscard]] const StillLook& still_look(std::size_t index);

struct StillPoint {
    double x = 0, y = 0;
};
/// Points joined by lines; a new run begins where something is lacking.
using StillRuns = std::vector<std::vector<StillPoint>>;

/// A value a year; missing where it is not known.
struct StillYear {
    int year = 0;
    std::optional<double> value = {};
};
/// Runs of years that follow one another without a gap.
[[nodiscard]] StillRuns still_runs(std::span<const StillYear> years);

/// Round numbers (1, 2 or 5 times a power of ten) within the ends, at most so many. Empty where the ends are no range.
[[nodiscard]] std::vector<double> still_ticks(double low, double high, std::size_t most);

/// Ends of the values and size of a panel.
struct StillGround {
    double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
    double width = 320, height = 140;
    double left = 38, right = 14, top = 8, bottom = 20;
    double enlarged = 1;  ///< how much larger it is shown where the page has room
};

/// A panel in the making: what is drawn later lies on top.
class StillPanel {
public:
    explicit StillPanel(const StillGround& ground) : ground_(ground) {}

    [[nodiscard]] double x(double value) const;
    [[nodiscard]] double y(double value) const;

    /// Lines across at the values, with the values as text before them. @param unit  behind the highest
    void across(std::span<const double> values, std::string_view unit = {}, double factor = 1);
    /// The first and the last year below, and round years between them.
    void years();
    /// Values below.
    void below(std::span<const double> values);
    /// @param more  attributes beside the path and its colour
    void line(const StillRuns& runs, std::string_view colour, const Attributes& more = {});
    /// What lies between two lines, run by run; both have the same places.
    void band(const StillRuns& lower, const StillRuns& upper, std::string_view colour, std::string_view opacity);
    void dots(std::span<const StillPoint> points, double radius, std::string_view colour);
    /// A text in three languages at a place of the drawing; `anchor` is "start", "middle" or "end".
    void words(const LocalText& words, double x, double y, std::string_view anchor, const Attributes& attributes = {});
    void plain(std::string_view words, double x, double y, std::string_view anchor, const Attributes& attributes = {});
    void add(const Html& drawn) { drawn_ += drawn; }

    /// The panel below its heading.
    [[nodiscard]] Html below_heading(const Html& heading) const;

private:
    [[nodiscard]] std::string path_of(const StillRuns& runs) const;
    [[nodiscard]] static Html ticks(std::span<const std::pair<StillPoint, std::string>> labels,
                                    std::string_view anchor);

    StillGround ground_;
    Html drawn_ = {};
};

/// Panels as the drawing of a figure, named by its title, above what the marks mean. Nothing without panels.
[[nodiscard]] Html still_drawing(const std::string& figure_id, const Html& panels, const Html& meaning = {});

/// The drawing of a chapter's figure of a kind, where the analysis is the first of the study by one of these methods
/// that has a table: only it has a drawing, so that a report with many of them stays small.
[[nodiscard]] Html first_still(const ReportContext& context, const AnalysisResult& analysis,
                               std::initializer_list<std::string_view> methods, std::string_view kind,
                               Html (*still)(const ReportContext& context, const nlohmann::ordered_json& figure));

}  // namespace tarazy
