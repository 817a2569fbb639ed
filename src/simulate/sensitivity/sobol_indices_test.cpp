#include "simulate/sensitivity/sobol_indices.hpp"

#include "base/work_test.hpp"
#include "io/atomic_file.hpp"
#include "simulate/sensitivity/ishigami_test.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy {
namespace sobol_indices_test {

const std::string reference = TARAZY_SHARED_DIR "/reference/simulate/salib/";

void expect_estimates(const std::vector<IndexEstimate>& ours, const nlohmann::json& values,
                      const nlohmann::json& confs) {
    ASSERT_EQ(ours.size(), values.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        EXPECT_NEAR(ours[i].value, values[i].get<double>(), 1e-9) << i;
        EXPECT_NEAR(*ours[i].conf / confs[i].get<double>(), 1, 0.15) << i;
    }
}

/// Indices of SALib for a function on its own design, which is ours unscrambled.
void expect_salib(const std::string& file, const InputSpace& space,
                  const std::function<double(const Design&, std::size_t)>& f) {
    if (!std::filesystem::exists(reference + file)) GTEST_SKIP() << "no " << reference + file;
    const auto json = nlohmann::json::parse(read_file(reference + file));
    SampleOptions options{.base = json["N"], .scramble = Scramble::none};
    options.pairs = json["second_order"];
    const Design design = sample_design(space, options);
    ASSERT_EQ(design.rows(), json["rows"].get<std::size_t>());
    std::vector<double> y(design.rows());
    for (std::size_t row = 0; row < y.size(); ++row) y[row] = f(design, row);
    const SobolIndices indices = sobol_indices(saltelli_layout(design), y, {.replicates = 1000});
    expect_estimates(indices.first, json["S1"], json["S1_conf"]);
    expect_estimates(indices.total, json["ST"], json["ST_conf"]);
    if (!options.pairs) return;
    const std::size_t d = space.inputs.size();
    for (std::size_t j = 0; j < d; ++j) {
        for (std::size_t k = j + 1; k < d; ++k) {
            const IndexEstimate& pair = indices.pairs[pair_place(j, k, d)];
            EXPECT_NEAR(pair.value, json["S2"][j][k].get<double>(), 1e-9);
            EXPECT_NEAR(*pair.conf / json["S2_conf"][j][k].get<double>(), 1, 0.15);
        }
    }
}

double ishigami_of_row(const Design& design, std::size_t row) {
    return ishigami(design.value(row, 0), design.value(row, 1), design.value(row, 2));
}

TEST(SobolIndices, AreThoseOfSALibForIshigami) {
    for (const char* file : {"sobol_ishigami_A7_B0.1_N64_so.json", "sobol_ishigami_A7_B0.1_N1024_so.json",
                             "sobol_ishigami_A7_B0.1_N8192.json"})
        expect_salib(file, ishigami_inputs(), ishigami_of_row);
}

TEST(SobolIndices, AreThoseOfSALibForSobolsG) {
    InputSpace space;
    for (int i = 1; i <= 8; ++i) space.inputs.push_back({"x" + std::to_string(i), {.lower = 0, .upper = 1}});
    expect_salib("sobol_sobolG_a0_1_4.5_9_99x4_N1024.json", space, [](const Design& design, std::size_t row) {
        const double a[8] = {0, 1, 4.5, 9, 99, 99, 99, 99};
        double product = 1;
        for (std::size_t i = 0; i < 8; ++i) product *= (std::abs(4 * design.value(row, i) - 2) + a[i]) / (1 + a[i]);
        return product;
    });
}

TEST(SobolIndices, ComeNearTheKnownOnesFromAScrambledDesign) {
    const Design design = sample_design(ishigami_inputs(), {.base = 8192, .pairs = true});
    const SobolIndices indices = sobol_indices(saltelli_layout(design), ishigami_outcomes(design), {});
    const double first[3] = {.3139, .4424, 0}, total[3] = {.5576, .4424, .2437};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(indices.first[i].value, first[i], 0.01);
        EXPECT_NEAR(indices.total[i].value, total[i], 0.01);
    }
    EXPECT_NEAR(indices.pairs[pair_place(0, 2, 3)].value, .2437, 0.02);
    EXPECT_TRUE(indices.first[2].may_be_zero());
    EXPECT_FALSE(indices.first[1].may_be_zero());
}

TEST(SobolIndices, AreTheSameAtAnyNumberOfThreadsAndShiftAndScale) {
    const Design design = sample_design(ishigami_inputs(), {.base = 256, .pairs = true});
    const SaltelliLayout layout = saltelli_layout(design);
    std::vector<double> y = ishigami_outcomes(design);
    const SobolIndices one = sobol_indices(layout, y, {.threads = 1}), two = sobol_indices(layout, y, {.threads = 2});
    for (double& value : y) value = 1e6 + 3 * value;
    const SobolIndices moved = sobol_indices(layout, y, {});
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(one.total[i].value, two.total[i].value);
        EXPECT_EQ(*one.total[i].lower, *two.total[i].lower);
        EXPECT_EQ(*one.pairs[i].conf, *two.pairs[i].conf);
        EXPECT_NEAR(moved.total[i].value, one.total[i].value, 1e-9);
        EXPECT_NEAR(moved.first[i].value, one.first[i].value, 1e-9);
    }
}

TEST(SobolIndices, AConstantOutcomeHasNoIndicesButAReason) {
    const Design design = sample_design(ishigami_inputs(), {.base = 4});
    std::vector<double> y(design.rows(), 3);
    EXPECT_EQ(sobol_indices(saltelli_layout(design), y, {}).reason,
              "every run has the outcome 3: there is no variance to explain");
    y[1] = 4;  // an AB of the first base row: A and B are constant all the same
    EXPECT_NE(sobol_indices(saltelli_layout(design), y, {}).reason.find("rows A and B"), std::string::npos);
}

TEST(SobolIndices, CanBeStopped) {
    const Design design = sample_design(ishigami_inputs(), {.base = 64});
    const std::vector<double> y = ishigami_outcomes(design);
    expect_stoppable([&](const Work& work) {
        (void)sobol_indices(saltelli_layout(design), y, {.replicates = 400, .threads = 1, .work = work});
    });
}

}  // namespace sobol_indices_test
}  // namespace tarazy
