// Names of cases may hold what lists are written with; no number of a study may depend on it.

#include "cli/study/small_study_test.hpp"
#include "ledger/ledger.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace study_case_names_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;
using testing_program::SmallStudy;

using Names = std::vector<std::string>;

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

/// The small study with a comparison of seven cases, the first of which is the focus; and its codings.
void add_comparison(const SmallStudy& small, const Names& names) {
    const std::vector<std::vector<std::string>> codes = {
        {"1", "1", "0.67", "0.67"}, {"1", "0.67", "1", "0"}, {"1", "0", "0.33", "1"}, {"1", "0", "0.33", "0"},
        {"0", "0.33", "1", "0"},    {"0", "0", "1", "0.33"}, {"0", "0", "0.67", "0"}};
    const std::vector<std::string> columns = {"GAVE_UP", "NORM", "THREAT", "PACT"};
    std::string cases = "case,GAVE_UP,NORM,THREAT,PACT\n", cells = "case,variable,value,confidence,source_keys,note\n";
    for (std::size_t at = 0; at < names.size(); ++at) {
        cases += quoted(names[at]);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            cases += ',' + codes[at][c];
            cells += quoted(names[at]) + ',' + columns[c] + ',' + codes[at][c] + ",low,\"a, b;c\",\n";
        }
        cases += '\n';
    }
    small.folder.write("study/cases.csv", cases);
    small.folder.write("study/cells.csv", cells);
    small.folder.write("study/books.csv", "source_key,reference\n\"a, b\",A book\nc,Another\n");
    const std::string parameters =
        "[analysis.parameters]\noutcome = \"GAVE_UP\"\nconditions = \"NORM,THREAT,PACT\"\nincl_cut = 0.6\nfocus = '" +
        names.front() + "'\n";
    std::string toml = bytes_of(small.study() + "/study.toml");
    for (const auto& [id, file] : {std::pair{"cases", "cases"}, {"cells", "cells"}, {"sources", "books"}})
        toml += "\n[data." + std::string(id) + "]\nfile = \"" + file + ".csv\"\nrole = \"" + id + "\"\n";
    toml +=
        "\n[[analysis]]\nid = \"reversal\"\ntitle = \"Reversal\"\nmethod = \"compare.minimise\"\ndata = [\"cases\", "
        "\"cells\", \"sources\"]\n" +
        parameters +
        "\n[[analysis]]\nid = \"robust\"\ntitle = \"How far\"\nmethod = \"compare.robustness\"\ndata = [\"cases\", "
        "\"cells\"]\n" +
        parameters + "points = 200\nmost_cells = 1\n";
    small.folder.write("study/study.toml", toml);
}

/// Every number of the run's ledger by the id of its claim.
std::map<std::string, double> numbers_of(const Names& names) {
    const SmallStudy small;
    add_comparison(small, names);
    const ProgramRun run = small.run();
    EXPECT_EQ(run.status, 0) << run.err;
    std::map<std::string, double> numbers;
    for (const Claim& claim : read_ledger(small.output() + "/ledger.sqlite").claims)
        if (claim.value) numbers[claim.id] = *claim.value;
    EXPECT_EQ(small.verify().status, 0);
    return numbers;
}

TEST(StudyCaseNames, ChangeNoNumberWhateverTheyHold) {
    const auto plain = numbers_of({"KAZ", "UKR", "BLR", "UZB", "IND", "PAK", "ISR"});
    EXPECT_EQ(plain.at("reversal.parsimonious.focus_shared"), 0.5);
    const auto strange = numbers_of(
        {"Korea, South", "Bosnia; Herzegovina", "A+B", "the \"last\", \"least\"", "a|b", "x*~y", "Congo, Dem. Rep."});
    EXPECT_EQ(plain, strange);
}

}  // namespace study_case_names_test
}  // namespace tarazy
