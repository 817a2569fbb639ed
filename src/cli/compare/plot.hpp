#pragma once

#include "cli/command.hpp"
#include "compare/minimisation/comparison_tables.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Where a command draws its figure; no file: it draws none.
struct PlotOptions {
    std::string file, language = "en";
};

/// `--plot FILE.svg` and `--language`; a file of another ending is a usage error before anything is computed.
void add_plot_options(CLI::App& app, PlotOptions& options, const std::string& meaning);

/// Refuses what is no name of an SVG file. @returns what is wrong with it, or an empty text
[[nodiscard]] std::string plot_file_problem(const std::string& file);

/// XY plot of an expression against the outcome. @param necessity  the expression is claimed to be needed
/// @throws FileError when Node is lacking or the file cannot be written
void plot_expression(const Session& session, const PlotOptions& options, const Cases& cases, const std::string& text,
                     const std::vector<Literals>& expression, bool necessity);

/// Solution chart of a model in the rows of `solution_rows`. @param model  as `shown_model` names it
/// @throws InputError when there is no model to draw; FileError as above
void plot_solution(const Session& session, const PlotOptions& options, const Cases& cases, const Table& rows,
                   const std::string& model);

/// XY plot of such a model. @throws as above
void plot_model(const Session& session, const PlotOptions& options, const Cases& cases,
                const std::vector<NamedSolution>& solutions, const std::string& model);

}  // namespace tarazy
