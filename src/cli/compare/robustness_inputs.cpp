#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "cli/compare/robustness.hpp"
#include "compare/sets/calibration_anchors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

namespace tarazy {

void require_solution(Session& session, const Cases& cases, const TruthTableOptions& cuts,
                      const MinimiseOptions& minimise) {
    const TruthTable table = truth_table(cases, cuts, minimise.work);
    for (const std::string& text : notes_on_excluded(cases, table, minimise.excluded)) note(session, text);
    require_explained(cases, table, minimise);
}

std::vector<ContestableCell> contestable_cells(Session& session, const RobustnessCommand& options, const Table& input,
                                               const Cases& cases) {
    static const std::map<std::string, Widening> widenings = {
        {"none", Widening::none}, {"low", Widening::low}, {"medium", Widening::low_and_medium}};
    if (options.cells.empty()) return {};
    CodingUncertaintyOptions reading;
    reading.widening = widenings.at(options.widen);
    reading.columns.case_column = options.inputs.case_column;
    reading.columns.case_table = &input;
    reading.scale = number_list(options.scale, "--scale");
    if (reading.scale.size() < 2) throw UsageError("--scale: give at least two rising values from 0 to 1");
    check_increasing(reading.scale, "--scale");
    for (const double level : {reading.scale.front(), reading.scale.back()}) check_probability(level, "--scale");
    CodingUncertainty read = read_coding_uncertainty(read_input(session, options.cells), cases, reading);
    for (const std::string& note : read.notes) warn(session, note);
    const auto stated = std::ranges::count_if(read.cells, [](const ContestableCell& cell) { return cell.stated; });
    warn(session, std::to_string(read.cells.size()) + " contestable cells: " + std::to_string(stated) +
                      " with a stated alternative, " +
                      std::to_string(static_cast<std::ptrdiff_t>(read.cells.size()) - stated) +
                      " without one that may move to the next levels of the scale (--widen " + options.widen + ")");
    return std::move(read.cells);
}

std::vector<SolutionStatement> statements_of(const RobustnessCommand& options, const Cases& cases) {
    std::vector<SolutionStatement> statements;
    for (const std::string& text : options.statements)
        statements.push_back(parse_statement(text, cases.space, cases.names));
    if (statements.empty()) statements.push_back(parse_statement("models stay", cases.space));
    return statements;
}

CalibrationText calibration_text(const std::string& text) {
    const std::size_t equals = text.find('='), last = text.rfind(':');  // anchors may hold '=' too
    const std::size_t middle = last == std::string::npos || last == 0 ? last : text.rfind(':', last - 1);
    if (equals == std::string::npos || middle == std::string::npos || middle < equals) {
        throw UsageError("--calibration '" + text + "': write SET=VARIABLE:METHOD:ANCHORS, as in " +
                         "DEV=gdp:direct:400,550,900");
    }
    return {text.substr(0, equals), text.substr(equals + 1, middle - equals - 1),
            text.substr(middle + 1, last - middle - 1), text.substr(last + 1)};
}

CrossoverOptions calibration_of(const std::string& method_name, const std::string& anchor_text,
                                const std::optional<double>& log_odds) {
    static const std::vector<std::string> names = {"direct", "linear", "crisp"};
    constexpr std::array methods = {CrossoverMethod::direct, CrossoverMethod::linear, CrossoverMethod::crisp};
    const CrossoverMethod method = methods[check_one_of(method_name, names, "the calibration method")];
    if (method == CrossoverMethod::crisp && anchor_text.find(',') == std::string::npos) {
        throw UsageError("anchors '" + anchor_text +
                         "': of a crisp set, too, give 3 numbers: the threshold between the " +
                         "values within which it may move, as in 1960,1980,2000");
    }
    const std::vector<double> anchors = read_anchors(anchor_text, anchor_names);
    CrossoverOptions options;
    options.method = method;
    options.anchors = {anchors[0], anchors[1], anchors[2]};
    if (log_odds) options.log_odds = *log_odds;
    return options;
}

/// The measured variable, case by case in the order of the comparison.
std::vector<double> raw_of(const Table& table, const RobustnessCommand& options, const Cases& cases,
                           const std::string& variable) {
    require_columns(table, std::vector<std::string>{options.inputs.case_column, variable});
    const std::vector<std::string> names = require_texts(table, options.inputs.case_column);
    const std::vector<double> values = require_reals(table, variable);
    std::unordered_map<std::string, double> of_case;
    for (std::size_t row = 0; row < names.size(); ++row) of_case.emplace(names[row], values[row]);
    std::vector<double> raw;
    Diagnostics problems;
    for (const std::string& name : cases.names) {
        raw.push_back(of_case.at(name));
        if (std::isnan(raw.back())) {
            problems.add({table.origin.path, 0, 0, "case '" + name + "' has no value of " + variable,
                          "measure it, or leave the case out"});
        }
    }
    problems.throw_if_any();
    return raw;
}

std::size_t condition_number(const Cases& cases, const std::string& name) {
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        if (cases.space.conditions[c].name == name) return c;
    }
    throw UsageError("'" + name + "' is not among --conditions");
}

}  // namespace tarazy
