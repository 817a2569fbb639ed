#include "io/write_latex.hpp"

#include "io/random_table_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace write_latex_test {

struct LatexText {
    const char* text;
    const char* latex;
};

class LatexTexts : public testing::TestWithParam<LatexText> {};

TEST_P(LatexTexts, AreShownAsTheyRead) {
    EXPECT_EQ(latex_text(GetParam().text), GetParam().latex);
}

INSTANTIATE_TEST_SUITE_P(Signs, LatexTexts,
                         testing::Values(LatexText{"ALLY*~OPEN + A{2}", "ALLY$\\ast$$\\sim$OPEN + A\\{2\\}"},
                                         LatexText{"A*b <-> Y", "A$\\ast$b $\\leftrightarrow$ Y"},
                                         LatexText{"X => Y", "X $\\Rightarrow$ Y"},
                                         LatexText{"deviant_cases", "deviant\\_cases"},
                                         LatexText{"50 % & #1 $", "50 \\% \\& \\#1 \\$"},
                                         LatexText{"a\\b^c", "a\\textbackslash{}b\\textasciicircum{}c"},
                                         LatexText{"n < 3", "n $<$ 3"}, LatexText{"a\nb\tc", "a b c"},
                                         LatexText{"Қазақстан — «ядро»", "Қазақстан — «ядро»"}, LatexText{"", ""}));

TEST(WriteLatex, ASolutionAsInAPaper) {
    Table table;
    table.add("term", Column(std::vector<std::string>{"~THREAT", "ALLY*OPEN"}));
    table.add("inclS", Column(std::vector<double>{1, 0.943347639484979}));
    table.add("covU", Column(std::vector<double>{-0.25166, Column::missing_real}));
    table.add("n", Column(std::vector<std::int64_t>{13, Column::missing_integer}));
    const std::string latex = to_latex(table);
    EXPECT_TRUE(latex.starts_with("% \\usepackage{booktabs,array}"));
    EXPECT_EQ(latex.substr(latex.find('\n') + 1),
              "\\begin{tabular}{lrrr}\n"
              "\\toprule\n"
              "term & inclS & covU & n \\\\\n"
              "\\midrule\n"
              "$\\sim$THREAT & 1.000 & $-$0.252 & 13 \\\\\n"
              "ALLY$\\ast$OPEN & 0.943 & -- & -- \\\\\n"
              "\\bottomrule\n"
              "\\end{tabular}\n");
    EXPECT_NE(to_latex(table, 1).find("& 0.9 &"), std::string::npos);
}

TEST(WriteLatex, ASmallNumberIsNoZero) {
    Table table;
    table.add("p", Column(std::vector<double>{0.00012, 0, -1e-9}));
    const std::string latex = to_latex(table, 2);
    EXPECT_NE(latex.find("$1.2\\times10^{-4}$ \\\\"), std::string::npos) << latex;
    EXPECT_NE(latex.find("\n0.00 \\\\"), std::string::npos) << latex;
    EXPECT_NE(latex.find("$-1.0\\times10^{-9}$"), std::string::npos) << latex;
}

TEST(WriteLatex, NamesOfCasesArePartedByWhatTheyDoNotHold) {
    const std::vector<std::vector<std::string>> lists = {{"KAZ", "BLR"}, {"Korea, Rep.", "China"}, {}};
    Table table;
    table.add("cases", Column::of_lists(lists));
    table.add("x", Column(std::vector<double>{1, 1, 1}));
    const std::string latex = to_latex(table, 0);
    EXPECT_NE(latex.find("\nKAZ, BLR & 1"), std::string::npos) << latex;
    EXPECT_NE(latex.find("\nKorea, Rep.; China & 1"), std::string::npos) << latex;
    EXPECT_NE(latex.find("\n & 1"), std::string::npos) << latex;
}

TEST(WriteLatex, LongCellsAreParagraphsAndCodesAreCentred) {
    Table table;
    table.add("OUT", Column(std::vector<std::string>{"1", "?"}));
    table.add("cases", Column(std::vector<std::string>{std::string(41, 'x'), ""}));
    EXPECT_NE(to_latex(table).find("{c>{\\raggedright\\arraybackslash}p{0.25\\linewidth}}"), std::string::npos);
}

TEST(WriteLatex, ABracketAtTheStartIsNoLength) {
    Table table;
    table.add("dates", Column(std::vector<std::string>{"[1991..1994]", "1995"}));
    EXPECT_NE(to_latex(table).find("\n{[}1991..1994] \\\\"), std::string::npos);
}

TEST(WriteLatex, EveryRowHasAllItsCellsWhateverTheyHold) {
    for (std::uint64_t round = 0; round < 20; ++round) {
        const Table table = random_table(round);
        const std::string latex = to_latex(table);
        std::size_t parted = 0, braces = 0;
        int open = 0;
        for (std::size_t i = 0; i < latex.size(); ++i) {
            const bool escaped = i > 0 && latex[i - 1] == '\\' && (i < 2 || latex[i - 2] != '\\');
            if (latex[i] == '&' && !escaped) ++parted;
            if (latex[i] == '{' && !escaped) ++open, ++braces;
            if (latex[i] == '}' && !escaped) --open;
            ASSERT_GE(open, 0) << latex;
        }
        EXPECT_EQ(open, 0) << latex;
        EXPECT_GT(braces, 0u);
        EXPECT_EQ(parted, (table.names.size() - 1) * (table.rows() + 1)) << latex;
    }
}

}  // namespace write_latex_test
}  // namespace tarazy
