#include "analyses/simulate/bargain_analysis.hpp"

#include "analyses/simulate/bargain_claims.hpp"
#include "base/random.hpp"
#include "simulate/bargain/bargain_tables.hpp"
#include "simulate/bargain/read_actors.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

/// In the order of their names, so that the order of rows does not count: a model takes the first of equals.
Table sorted_actors(const Table& table) {
    std::vector<std::string> names;
    for (const char* key : {"actor", "issue"}) {
        const auto found = std::ranges::find_if(table.names, [key](std::string name) {
            std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
            return name == key;
        });
        if (found == table.names.end()) continue;
        const Column& column = table.columns[static_cast<std::size_t>(found - table.names.begin())];
        names.resize(table.rows());
        for (std::size_t row = 0; row < table.rows(); ++row) names[row] += column.display(row) + '\n';
    }
    std::vector<std::size_t> rows(table.rows());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (!names.empty()) std::ranges::stable_sort(rows, {}, [&names](std::size_t row) { return names[row]; });
    return take_rows(table, rows);
}

ActorsRead bargaining_actors(const AnalysisPlan& plan, const Table& table) {
    ActorReading reading;
    reading.lowest = plan.parameters.get<double>("lowest");
    reading.highest = plan.parameters.get<double>("highest");
    if (!(reading.lowest < reading.highest))
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': lowest is not below highest",
                                 "give the ends of the scale of positions"});
    if (plan.parameters.has("salience_scale")) reading.salience_scale = plan.parameters.get<double>("salience_scale");
    return actors_of_table(sorted_actors(table), reading);
}

std::vector<BargainCourse> courses_of_study(const AnalysisPlan& plan, const BargainActors& actors) {
    SmpOptions smp;
    smp.max_turns = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("turns"));
    try {
        for (const auto& [name, value] : plan.parameters.get<NamedTexts>("spatial")) set_smp_choice(smp, name, value);
    } catch (const UsageError& error) {  // what stands in a study file is input
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': spatial: " + error.what(), ""});
    }
    BdmOptions bdm;
    bdm.rounds = smp.max_turns;
    bdm.status_quo = plan.parameters.get<double>("status_quo");
    return courses_by_model(actors, smp, bdm, RunDraws(plan.frame.seed, 0), plan.frame.work);
}

std::optional<double> apart(const Table& ends, const char* column, std::optional<std::size_t> one,
                            std::optional<std::size_t> other) {
    if (!one || !other) return std::nullopt;
    const auto a = number_in(ends, column, *one), b = number_in(ends, column, *other);
    return a && b ? std::optional(std::abs(*a - *b)) : std::nullopt;
}

/// Of each issue what the models say together. An end that goes round counts with all of its positions.
Table over_models_table(const BargainActors& actors, const Table& ends) {
    TableRows rows(TextColumn{"issue"}, IntegerColumn{"models"}, RealColumn{"mean_least"}, RealColumn{"mean_middle"},
                   RealColumn{"mean_most"}, RealColumn{"median_least"}, RealColumn{"median_most"},
                   RealColumn{"variants_mean_apart"}, RealColumn{"variants_median_apart"});
    for (const std::string& issue : actors.issues) {
        std::vector<double> means, least, most, median_least, median_most;
        std::optional<std::size_t> paper, code;
        for (std::size_t row = 0; row < ends.rows(); ++row) {
            if (text_in(ends, "issue", row) != issue || !number_in(ends, "mean", row)) continue;
            const std::string model = text_in(ends, "model", row);
            if (model == "bdm paper") paper = row;
            if (model == "bdm scholz-code") code = row;
            means.push_back(*number_in(ends, "mean", row));
            least.push_back(*number_in(ends, "mean_least", row));
            most.push_back(*number_in(ends, "mean_most", row));
            median_least.push_back(*number_in(ends, "median_least", row));
            median_most.push_back(*number_in(ends, "median_most", row));
        }
        if (means.empty()) continue;
        std::ranges::sort(means);
        const std::size_t n = means.size();
        rows.add(issue, n, std::ranges::min(least), (means[(n - 1) / 2] + means[n / 2]) / 2, std::ranges::max(most),
                 std::ranges::min(median_least), std::ranges::max(median_most), apart(ends, "mean", paper, code),
                 apart(ends, "median", paper, code));
    }
    return rows.table();
}

/// A row an actor and issue: what was judged of it, and where each model leaves it.
Table actors_table(const BargainActors& actors, const std::vector<BargainCourse>& courses) {
    TableRows rows(TextColumn{"actor"}, TextColumn{"description"}, RealColumn{"capability"}, TextColumn{"issue"},
                   RealColumn{"salience"}, RealColumn{"position"}, RealColumn{"end_smp"}, RealColumn{"end_bdm_paper"},
                   RealColumn{"end_bdm_scholz_code"});
    for (std::size_t i = 0; i < actors.count(); ++i) {
        for (std::size_t d = 0; d < actors.issues.size(); ++d) {
            const auto end_by = [&](const std::string& model) -> std::optional<double> {
                for (const BargainCourse& course : courses) {
                    const auto issue = std::ranges::find(course.issues, actors.issues[d]);
                    if (course.model != model || issue == course.issues.end()) continue;
                    return course.positions
                        .back()[i * course.issues.size() + static_cast<std::size_t>(issue - course.issues.begin())];
                }
                return std::nullopt;
            };
            rows.add(actors.names[i], actors.descriptions.empty() ? std::string() : actors.descriptions[i],
                     actors.capability[i], actors.issues[d], actors.salience[actors.place(i, d)],
                     actors.position[actors.place(i, d)], end_by("smp"), end_by("bdm paper"),
                     end_by("bdm scholz-code"));
        }
    }
    return rows.table();
}

/// A table of each course under one another, with the model in front.
template <typename TableOf>
Table tables_by_model(const std::vector<BargainCourse>& courses, TableOf table_of) {
    Table all;
    for (const BargainCourse& course : courses) {
        const Table of_model = table_of(course);
        Table named;
        named.add("model", Column(std::vector<std::string>(of_model.rows(), course.model)));
        for (std::size_t c = 0; c < of_model.names.size(); ++c) named.add(of_model.names[c], of_model.columns[c]);
        all = all.columns.empty() ? std::move(named) : append_rows(all, named);
    }
    return all;
}

std::vector<std::string> notes_of_courses(const ActorsRead& read, const std::vector<BargainCourse>& courses) {
    std::vector<std::string> notes = read.notes;
    if (read.actors.count() < 3) notes.emplace_back("the spatial model needs three actors: it was not run");
    for (const BargainCourse& course : courses) {
        const std::string who = course.model + (course.issues.size() == 1 ? ", " + course.issues[0] : std::string());
        const std::string turns = std::to_string(course.middles.size() - 1) + " turns";
        if (course.end == BargainEnd::cycle)
            notes.push_back(who + ": after " + turns + " positions are those of " +
                            std::to_string(course.cycle_length) +
                            " turns before: they go round for ever, and no single turn is the outcome");
        if (course.end == BargainEnd::max_turns)
            notes.push_back(who + ": has not settled after " + turns + ": the last turn is not where bargaining ends");
        if (course.end == BargainEnd::no_conflict)
            notes.push_back(who + ": no conflict, all actors stand at the same place");
    }
    return notes;
}

std::vector<ResultTable> compute_bargain(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    const Table& table = *data.at("actors");
    if (table.rows() == 0) return {{"", {}}};
    const ActorsRead read = bargaining_actors(plan, table);
    const std::vector<BargainCourse> courses = courses_of_study(plan, read.actors);
    const Table ends = course_table(courses);
    return {{"", ends},
            {"over_models", over_models_table(read.actors, ends)},
            {"actors", actors_table(read.actors, courses)},
            {"positions",
             tables_by_model(
                 courses, [&read](const BargainCourse& course) { return course_position_table(read.actors, course); })},
            {"middles", tables_by_model(courses, forecast_table)},
            {"notes", notes_table(notes_of_courses(read, courses))}};
}

}  // namespace

Method bargain_method() {
    Method method;
    method.id = "simulate.bargain";
    method.reads = {{{"actors"}}};
    method.reads_poles = false;
    method.parameters = {
        {"lowest", ParameterKind::real, "0", -1e9, 1e9, {}, "lower end of the scale of positions"},
        {"highest", ParameterKind::real, "100", -1e9, 1e9, {}, "upper end of the scale of positions"},
        {"salience_scale",
         ParameterKind::real,
         std::nullopt,
         1,
         100,
         {},
         "all of an actor's attention: 1 or 100 (by default 1 where nobody spends more)"},
        {"turns", ParameterKind::integer, "100", 1, 100000, {}, "most turns of a model"},
        {"status_quo",
         ParameterKind::real,
         "1",
         0,
         1,
         {},
         "expected utility: that nothing changes without a challenge"},
        {"spatial",
         ParameterKind::texts,
         "",
         0,
         0,
         {},
         "choices of the spatial model: { election = \"markov-uniform\" }"},
    };
    method.compute = compute_bargain;
    method.claims = bargain_claims;
    method.quantities = bargain_claim_forms;
    method.command = [](const AnalysisPlan& plan) -> std::string {
        const AnalysisInput* input = plan.input("actors");
        const bool usual =
            plan.parameters.get<NamedTexts>("spatial").empty() && plan.parameters.get<double>("lowest") == 0 &&
            plan.parameters.get<double>("highest") == 100 && !plan.parameters.has("salience_scale") &&
            plan.parameters.get<double>("status_quo") == 1 && plan.parameters.get<std::int64_t>("turns") == 100;
        if (input == nullptr || input->files.size() != 1 || !usual) return {};
        return "tarazy simulate bargain " + shell_word(input->files.front()) + " --show models";
    };
    method.why_empty = [](const AnalysisPlan&, const RoleTables&) -> std::string { return "there are no actors"; };
    return method;
}

}  // namespace tarazy
