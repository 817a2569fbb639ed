#include "compare/sets/calibrate.hpp"

#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "compare/sets/calibration_anchors.hpp"

#include <cmath>
#include <memory>
#include <set>

namespace tarazy {
namespace {

const std::set<std::string> calibration_methods = {"direct", "linear", "s-shaped",    "bell",    "indirect",
                                                   "tfr",    "crisp",  "multi-value", "clusters"};

struct CalibrateCommand {
    std::string data, variable, method, anchors, case_column = "case", indirect_model = "fractional-polynomial", compat;
    std::vector<std::string> sets;
    std::optional<double> log_odds, lowest;
    double below = 1, above = 1;
    std::size_t groups = 2;
    bool case_named = false;
};

std::vector<double> anchors_of(const CalibrateCommand& options, std::span<const std::string_view> names) {
    if (options.anchors.empty()) {
        throw UsageError("--method " + options.method + " needs " + std::to_string(names.size()) + " --anchors");
    }
    return read_anchors(options.anchors, names);
}

std::vector<double> thresholds_of(const CalibrateCommand& options) {
    std::vector<double> thresholds = read_anchors(options.anchors);
    if (thresholds.empty()) throw UsageError("--method " + options.method + " needs thresholds in --anchors");
    if (options.method == "crisp" && thresholds.size() != 1)
        throw UsageError("--method crisp needs 1 --anchors, not " + std::to_string(thresholds.size()));
    return thresholds;
}

std::vector<double> calibrated(Session& session, const CalibrateCommand& options, const std::vector<double>& x) {
    const std::string& method = options.method;
    if (method == "direct" || method == "linear" || method == "s-shaped") {
        const std::vector<double> a = anchors_of(options, anchor_names);
        const Anchors anchors{a[0], a[1], a[2]};
        std::vector<double> membership =
            method == "direct"   ? calibrate_direct(x, anchors, options.log_odds.value_or(std::log(0.95 / 0.05)))
            : method == "linear" ? calibrate_s_shaped(x, anchors, 1, 1)
                                 : calibrate_s_shaped(x, anchors, options.below, options.above);
        if (auto falls = falling_note(a, options.variable, x, membership)) note(session, std::move(*falls));
        return membership;
    }
    if (method == "bell") {
        const std::vector<double> a = anchors_of(options, bell_anchor_names);
        const Anchors left{a[0], a[1], a[2]}, right{a[5], a[4], a[3]};
        return calibrate_bell(x, left, right, options.below, options.above);
    }
    if (method == "crisp" || method == "multi-value") return calibrate_levels(x, thresholds_of(options));
    if (method == "indirect") {
        const bool logit = options.indirect_model == "logit";
        return calibrate_indirect(x, thresholds_of(options),
                                  logit ? IndirectModel::logit : IndirectModel::fractional_polynomial);
    }
    if (method == "tfr") return calibrate_tfr(x, options.lowest);
    const std::vector<double> thresholds = cluster_thresholds(x, options.groups);
    std::string text;
    for (const double threshold : thresholds) text += " " + Column(std::vector<double>{threshold}).display(0);
    warn(session, "thresholds between the clusters:" + text);
    return calibrate_levels(x, thresholds);
}

std::vector<double> membership_of(Session& session, const CalibrateCommand& options, const Table& input) {
    require_columns(input, std::vector<std::string>{options.variable});
    const std::vector<double> x = require_reals(input, options.variable);
    std::vector<double> membership = calibrated(session, options, x);
    if (options.compat == "qca" && options.method != "multi-value") membership = clamped_as_qca(std::move(membership));
    if (const auto skew = skew_warning(membership, options.variable)) warn(session, *skew);
    return membership;
}

/// `DEV=GNP:direct:400,550,900` as name and the options of one calibration.
std::pair<std::string, CalibrateCommand> read_set(const CalibrateCommand& options, const std::string& text) {
    const std::size_t equal = text.find('='), method = text.find(':', equal), anchors = text.find(':', method + 1);
    if (equal == 0 || equal == std::string::npos || method == std::string::npos)
        throw UsageError("--set: '" + text + "' is not NAME=VARIABLE:METHOD:ANCHORS");
    CalibrateCommand one = options;
    one.variable = text.substr(equal + 1, method - equal - 1);
    one.method = text.substr(method + 1, anchors == std::string::npos ? anchors : anchors - method - 1);
    one.anchors = anchors == std::string::npos ? "" : text.substr(anchors + 1);
    if (!calibration_methods.contains(one.method)) throw UsageError("--set: unknown method '" + one.method + "'");
    return {text.substr(0, equal), one};
}

/// The table with a column of memberships for each set.
void calibrate_sets(Session& session, const CalibrateCommand& options) {
    Table table = read_input(session, options.data);
    for (const std::string& text : options.sets) {
        const auto [name, one] = read_set(options, text);
        if (table.find(name)) throw UsageError("--set: the table has a column '" + name + "' already");
        table.add(name, Column(membership_of(session, one, table)));
    }
    print_table(session, table);
}

void calibrate(Session& session, const CalibrateCommand& options) {
    if (!options.sets.empty()) return calibrate_sets(session, options);
    if (options.variable.empty() || options.method.empty()) throw UsageError("give --variable and --method, or --set");
    Table input = read_input(session, options.data);
    number_cases(session, input, options.case_column, options.case_named);
    require_columns(input, std::vector<std::string>{options.case_column, options.variable});
    std::vector<double> membership = membership_of(session, options, input);
    Table table;
    table.add("case", Column(require_texts(input, options.case_column)));
    const bool clashes = options.variable == "case" || options.variable == "membership";
    table.add(options.variable + (clashes ? "_measured" : ""), input[options.variable]);
    table.add("membership", Column(std::move(membership)));
    print_table(session, table);
}

}  // namespace

void add_compare_calibrate(CLI::App& noun, Session& session) {
    auto options = std::make_shared<CalibrateCommand>();
    CLI::App& app = add_command(
        noun, "calibrate", "Turns a measured variable into memberships of a set.",
        {{"tarazy compare calibrate --data studies/kazakhstan/data/nuclear_reversal_cases.csv --variable decision_year "
          "--method direct --anchors 1960,1980,2000",
          "membership in late decisions, by the direct method"},
         {"tarazy compare calibrate --data examples/lipset/lipset.csv --set RICH=GNP:direct:400,550,900 --set "
          "URBAN=URBANISATION:direct:25,50,65",
          "several sets at once, beside the columns there are"}},
        session, [&session, options] { calibrate(session, *options); });
    app.add_option("--data", options->data, "table with one case a row")->required();
    app.add_option("--variable", options->variable, "the column to calibrate");
    app.add_option("--method", options->method,
                   "direct, linear, s-shaped, bell, indirect, tfr, crisp, multi-value or clusters")
        ->check(CLI::IsMember(calibration_methods));
    app.add_option("--set", options->sets,
                   "NAME=VARIABLE:METHOD:ANCHORS, may be repeated: the whole table with a column for each set");
    app.add_option("--anchors", options->anchors,
                   "direct, linear, s-shaped: exclusion,crossover,inclusion, or by name in any order, "
                   "e=2500,c=5000,i=20000 (falling: a set that falls); bell: e1,c1,i1,i2,c2,e2; crisp, multi-value, "
                   "indirect: thresholds");
    app.add_option("--case", options->case_column, "column with the names of the cases")
        ->each([options](const std::string&) { options->case_named = true; })
        ->capture_default_str();
    app.add_option("--log-odds", options->log_odds,
                   "of the outer anchors, direct method (default 2.944; fsQCA uses 3)");
    app.add_option("--below", options->below, "power below the crossover (s-shaped, bell)")->capture_default_str();
    app.add_option("--above", options->above, "power above the crossover (s-shaped, bell)")->capture_default_str();
    app.add_option("--groups", options->groups, "number of clusters")->capture_default_str();
    app.add_option("--lowest", options->lowest, "lowest category of the scale (tfr)");
    app.add_option("--indirect-model", options->indirect_model, "fractional-polynomial (QCA) or logit (SetMethods)")
        ->check(CLI::IsMember({"fractional-polynomial", "logit"}))
        ->capture_default_str();
    app.add_option("--compat", options->compat, "qca: memberships below 0.0001 are 0, above 0.9999 are 1")
        ->check(CLI::IsMember({"qca"}));
}

}  // namespace tarazy
