#include "simulate/designs/saltelli_design.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <numbers>

namespace tarazy {
namespace saltelli_design_test {

Design of_points(std::size_t base, std::size_t inputs, bool pairs, const std::string& kind) {
    Design design;
    design.kind = kind;
    for (std::size_t i = 0; i < inputs; ++i) design.inputs.push_back("x" + std::to_string(i + 1));
    design.values = saltelli_points(base, inputs, pairs, Scramble::owen, 1);
    design.blocks = saltelli_blocks(base, design.inputs, pairs);
    return design;
}

TEST(SaltelliDesign, IsThatOfSALib) {
    const std::string path = TARAZY_SHARED_DIR "/reference/simulate/salib/saltelli_ishigami_N64_so.csv";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    const Table table = read_table(path);
    const std::vector<double> points = saltelli_points(64, 3, true, Scramble::none, 1);
    ASSERT_EQ(table.rows() * 3, points.size());
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (std::size_t i = 0; i < 3; ++i)
            ASSERT_NEAR(*table.columns[i].real(row), (2 * points[row * 3 + i] - 1) * std::numbers::pi, 1e-14) << row;
    const Design design = read_design(table, {}, std::vector<std::string>{"y"});
    const SaltelliLayout layout = saltelli_layout(design);
    EXPECT_EQ(layout.base, 64u);
    EXPECT_TRUE(layout.pairs);
}

TEST(SaltelliDesign, TheLayoutIsReadFromTheValues) {
    for (const bool pairs : {false, true}) {
        // 1 input without pairs has 3 rows a block, with pairs 4; 12 rows fit both.
        for (const std::size_t inputs : {1u, 2u, 5u}) {
            const SaltelliLayout layout = saltelli_layout(of_points(16, inputs, pairs, ""));
            EXPECT_EQ(layout.pairs, pairs);
            EXPECT_EQ(layout.base, 16u);
        }
    }
    const std::vector<std::string> blocks = saltelli_blocks(2, {"a", "b"}, true);
    EXPECT_EQ(std::vector<std::string>(blocks.begin(), blocks.begin() + 7),
              (std::vector<std::string>{"A", "AB:a", "AB:b", "BA:a", "BA:b", "B", "A"}));
}

TEST(SaltelliDesign, RowsInAnotherOrderAreRefusedWithTheirRun) {
    Design design = of_points(8, 2, false, "saltelli");
    for (std::size_t i = 0; i < 2; ++i) std::swap(design.values[13 * 2 + i], design.values[14 * 2 + i]);
    design.path = "d.csv";
    try {
        (void)saltelli_layout(design);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(
            std::string(error.what()).find("d.csv:15: run 14: the row is not A with one column of B in its place"),
            std::string::npos)
            << error.what();
    }
    design.values.resize(design.values.size() - 2);
    try {
        (void)saltelli_layout(design);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("31 runs are no Saltelli design of 2 inputs"), std::string::npos);
    }
}

}  // namespace saltelli_design_test
}  // namespace tarazy
