#include "cli/compare/plot.hpp"

#include "analyses/compare/comparison_plot.hpp"
#include "compare/minimisation/xy_rows.hpp"
#include "io/atomic_file.hpp"
#include "io/table_format.hpp"

namespace tarazy {
namespace {

void require_a_model(const Cases& cases, const std::string& model) {
    if (!model.empty()) return;
    throw InputError(Problem{cases.source, 0, 0, "there is no model to draw, since no row explains the outcome",
                             "lower --incl-cut or --pri-cut, or leave out --plot"});
}

}  // namespace

std::string plot_file_problem(const std::string& file) {
    if (format_extension(file) == ".svg" && named_compression(file) == Compression::none) return "";
    return "'" + file + "': figures are drawn as SVG; name a file that ends in .svg";
}

void add_plot_options(CLI::App& app, PlotOptions& options, const std::string& meaning) {
    app.add_option("--plot", options.file, meaning + " (needs node 18 or newer)")
        ->check(CLI::Validator(&plot_file_problem, "FILE.svg"));
    app.add_option("--language", options.language, "language of the figure: en, kk or ru")
        ->check(CLI::IsMember({"en", "kk", "ru"}))
        ->capture_default_str();
}

void plot_expression(const Session& session, const PlotOptions& options, const Cases& cases, const std::string& text,
                     const std::vector<Literals>& expression, bool necessity) {
    if (options.file.empty()) return;
    const Table rows = xy_rows(cases, text, expression);
    write_file_atomically(options.file,
                          xy_plot(cases, rows, "expression 1|" + text, necessity, options.language, session.work));
}

void plot_solution(const Session& session, const PlotOptions& options, const Cases& cases, const Table& rows,
                   const std::string& model) {
    if (options.file.empty()) return;
    require_a_model(cases, model);
    write_file_atomically(options.file, solution_chart(cases, rows, model, options.language, session.work));
}

void plot_model(const Session& session, const PlotOptions& options, const Cases& cases,
                const std::vector<NamedSolution>& solutions, const std::string& model) {
    if (options.file.empty()) return;
    require_a_model(cases, model);
    for (const NamedSolution& named : solutions) {
        if (!model.starts_with(named.name + ' ')) continue;
        const Table rows = xy_rows(cases, {named}, named.solution.models.size());
        write_file_atomically(options.file, xy_plot(cases, rows, model, false, options.language, session.work));
        return;
    }
}

}  // namespace tarazy
