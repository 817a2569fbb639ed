// The order of the cases in their table is no matter to any result, to the last digit and to the order in lists. Two
// follow the table by design: groups of --partition, and pairs of typical cases, of which the later row is the first.

#include "base/random.hpp"
#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace tarazy {
namespace compare_row_order_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

/// A membership, never one of one half.
std::string two_digits(double value) {
    const double rounded = std::round(std::clamp(value, 0.0, 1.0) * 100) / 100;
    std::ostringstream text;
    text << (rounded == 0.5 ? 0.51 : rounded);
    return text.str();
}

/// Twenty-four cases whose names stand in no order.
std::vector<std::string> rows_of(std::uint64_t seed) {
    Random random(seed, "cases of a test of their order", 0);
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < 24; ++i) {
        double set[4];
        std::string cells;
        for (double& value : set) {
            value = random.uniform();
            cells += ',' + two_digits(value);
        }
        const double y = std::max(std::min(set[0], set[1]), 1 - set[2]) + 0.4 * random.uniform() - 0.2;
        rows.push_back("s" + std::to_string(random.below(1'000'000)) + '_' + std::to_string(i) + cells + ',' +
                       two_digits(y) + ',' + "pqr"[random.below(3)] + ',' + std::to_string(2000 + random.below(3)) +
                       ',' + std::to_string(1 + random.below(900)) + ".5");
    }
    return rows;
}

std::string table_of(const std::vector<std::string>& rows) {
    std::string text = "case,A,B,C,D,Y,unit,year,raw\n";
    for (const std::string& row : rows) text += row + '\n';
    return text;
}

std::string sorted_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::ranges::sort(lines);
    std::string sorted;
    for (const std::string& line : lines) sorted += line + '\n';
    return sorted;
}

struct Command {
    std::vector<std::string> words;
    bool a_row_a_case = false;  ///< the rows of the result follow those of the table
};

std::vector<Command> commands() {
    const std::vector<std::string> sets = {"--outcome", "Y", "--conditions", "A,B,C,D"};
    std::vector<Command> all;
    const auto with_sets = [&](const std::string& verb, const std::vector<std::string>& more, bool a_row_a_case) {
        std::vector<std::string> words = {verb};
        words.insert(words.end(), sets.begin(), sets.end());
        words.insert(words.end(), more.begin(), more.end());
        all.push_back({words, a_row_a_case});
    };
    with_sets("truth-table", {"--incl-cut", "0.75"}, false);
    with_sets("necessity", {}, false);
    with_sets("necessity", {"--single"}, false);
    with_sets("minimise", {"--incl-cut", "0.75", "--expect", "A,B", "--format", "csv"}, false);
    with_sets("minimise", {"--incl-cut", "0.75", "--models", "irredundant", "--format", "csv"}, false);
    with_sets("contradictions", {"--incl-cut", "0.6"}, false);
    with_sets("theory", {"--solution", "A*B + ~C", "--theory", "A + ~C"}, false);
    with_sets("theory", {"--solution", "A*B + ~C", "--what", "typical"}, false);
    with_sets("theory", {"--solution", "A*B + ~C", "--what", "types"}, true);
    with_sets("select", {}, false);
    with_sets("select", {"--groups", "A,B;C,D"}, false);
    with_sets("select", {"--what", "mill"}, false);
    with_sets("cluster", {"--expression", "A*B + ~C", "--cluster", "year"}, false);
    with_sets("cluster", {"--expression", "A*B + ~C", "--cluster", "year", "--unit", "unit"}, false);
    with_sets("robustness", {"--incl-cut", "0.75"}, false);
    with_sets("robustness", {"--incl-cut", "0.75", "--what", "sweep", "--incl-grid", "0.7,0.8"}, false);
    with_sets("robustness", {"--incl-cut", "0.75", "--what", "cells"}, true);
    all.push_back({{"fit", "A*B + ~C", "--outcome", "Y", "--format", "csv"}});
    all.push_back({{"fit", "A*B + ~C", "--outcome", "Y", "--necessity", "--format", "csv"}});
    all.push_back({{"cna", "--factors", "A,B,C,Y", "--con", "0.75", "--cov", "0.75"}});
    all.push_back({{"cna", "--factors", "A,B,C,D,Y", "--outcomes", "Y", "--thresholds", "0.7,0.8"}});
    all.push_back({{"calibrate", "--variable", "raw", "--method", "direct", "--anchors", "100,400,800"}, true});
    all.push_back({{"calibrate", "--variable", "raw", "--method", "indirect", "--anchors", "100,300,600"}, true});
    all.push_back({{"calibrate", "--variable", "raw", "--method", "tfr"}, true});
    return all;
}

ProgramRun compared(const Command& command, const std::string& file) {
    std::vector<std::string> arguments = {"compare"};
    arguments.insert(arguments.end(), command.words.begin(), command.words.end());
    arguments.insert(arguments.end(), {"--data", file});
    return run_program(arguments);
}

TEST(CompareRowOrder, IsNoMatterToAnyCommandToTheLastDigit) {
    const Folder folder;
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        std::vector<std::string> rows = rows_of(seed);
        const std::string first = folder.write("t.csv", table_of(rows));
        std::vector<ProgramRun> wanted;
        for (const Command& command : commands()) wanted.push_back(compared(command, first));
        Random random(seed, "order of cases", 0);
        for (int turn = 0; turn < 2; ++turn) {
            for (std::size_t i = rows.size(); i-- > 1;) std::swap(rows[i], rows[random.below(i + 1)]);
            (void)folder.write("t.csv", table_of(rows));
            for (std::size_t k = 0; k < wanted.size(); ++k) {
                const Command command = commands()[k];
                const ProgramRun run = compared(command, first);
                SCOPED_TRACE(command.words.front() + ' ' + command.words.back() + " of seed " + std::to_string(seed));
                EXPECT_EQ(wanted[k].status, 0) << wanted[k].err;
                EXPECT_EQ(run.status, wanted[k].status);
                EXPECT_EQ(command.a_row_a_case ? sorted_lines(run.out) : run.out,
                          command.a_row_a_case ? sorted_lines(wanted[k].out) : wanted[k].out);
                EXPECT_EQ(run.err, wanted[k].err);
            }
        }
    }
}

}  // namespace compare_row_order_test
}  // namespace tarazy
