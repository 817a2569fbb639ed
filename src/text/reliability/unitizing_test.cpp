#include "text/reliability/unitizing.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::unitizing_test {
namespace {

/// The definition, character by character.
UnitizingAgreement by_characters(const UnitizedText& text) {
    const std::size_t m = text.coders.size(), v = text.values.size() + 1;
    std::vector<std::vector<std::size_t>> value(m, std::vector<std::size_t>(text.length, 0));
    for (std::size_t i = 0; i < m; ++i)
        for (const MarkedStretch& s : text.coders[i])
            for (std::size_t x = s.start; x < s.end; ++x) value[i][x] = s.value + 1;
    const auto alphas = [&](std::size_t from, std::vector<std::vector<double>>& o,
                            std::vector<std::vector<double>>& e) {
        o.assign(v, std::vector<double>(v, 0));
        e = o;
        std::vector<double> self(v, 0);
        for (std::size_t x = 0; x < text.length; ++x)
            for (std::size_t i = 0; i < m; ++i)
                for (std::size_t j = 0; j < m; ++j)
                    if (i != j && value[i][x] >= from && value[j][x] >= from)
                        o[value[i][x]][value[j][x]] += 1.0 / static_cast<double>(m - 1);
        for (std::size_t i = 0; i < m; ++i) {
            for (std::size_t x = 0; x < text.length; ++x)
                if (value[i][x] == 0) self[0] += 1;
            for (const MarkedStretch& s : text.coders[i]) {
                double length = 0;
                for (std::size_t x = s.start; x < s.end; ++x) {
                    bool shared = from == 0;
                    for (std::size_t j = 0; j < m; ++j) shared = shared || (j != i && value[j][x] > 0);
                    length += shared ? 1 : 0;
                }
                self[s.value + 1] += length * length;
            }
        }
        double total = 0, correction = 0;
        std::vector<double> row(v, 0);
        for (std::size_t c = from; c < v; ++c) {
            for (std::size_t k = from; k < v; ++k) row[c] += o[c][k];
            total += row[c];
            correction += self[c];
        }
        for (std::size_t c = from; c < v; ++c)
            for (std::size_t k = from; k < v; ++k)
                e[c][k] = (row[c] * row[k] - (c == k ? self[c] : 0)) / (total - correction / total);
    };
    UnitizingAgreement result;
    std::vector<std::vector<double>> o, e;
    const auto ratio = [&](std::size_t from) {
        double observed = 0, expected = 0;
        for (std::size_t c = from; c < v; ++c)
            for (std::size_t k = from; k < v; ++k)
                if (c != k) observed += o[c][k], expected += e[c][k];
        return 1 - observed / expected;
    };
    alphas(0, o, e);
    result.u_alpha = ratio(0);
    double bo = 0, be = 0;
    for (std::size_t k = 1; k < v; ++k) bo += o[0][k], be += e[0][k];
    result.binary_alpha = 1 - bo / be;
    alphas(1, o, e);
    result.cu_alpha = ratio(1);
    return result;
}

UnitizedText drawn_text(std::uint64_t seed, std::size_t coders) {
    UnitizedText text{300, {"x", "y", "z"}, {}};
    Random random(7, "stretches", seed);
    for (std::size_t coder = 0; coder < coders; ++coder) {
        std::vector<MarkedStretch> stretches;
        std::size_t at = random.below(20);
        while (at + 30 < text.length) {
            const std::size_t end = at + 1 + random.below(25);
            stretches.push_back({at, end, static_cast<std::uint32_t>(random.below(3))});
            at = end + random.below(10);
        }
        text.coders.push_back(stretches);
    }
    return text;
}

TEST(Unitizing, EqualsTheDefinitionByCharacters) {
    for (const std::size_t coders : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const UnitizedText text = drawn_text(seed, coders);
            const UnitizingAgreement ours = unitizing_agreement(text), plain = by_characters(text);
            EXPECT_NEAR(*ours.u_alpha, *plain.u_alpha, 1e-10);
            EXPECT_NEAR(*ours.binary_alpha, *plain.binary_alpha, 1e-10);
            EXPECT_NEAR(*ours.cu_alpha, *plain.cu_alpha, 1e-10);
        }
    }
}

TEST(Unitizing, ByHand) {
    // Two coders, 10 characters: A marks [0,4) x, B marks [0,4) x; A marks [6,8) y, B nothing there.
    const UnitizedText text{10, {"x", "y"}, {{{0, 4, 0}, {6, 8, 1}}, {{0, 4, 0}}}};
    const UnitizingAgreement alpha = unitizing_agreement(text);
    // Observed: xx 8, gap-gap 8, y-gap 2 + 2; all 20. Self: x 16 + 16, y 4, gaps 4 + 6; all 46.
    const double scale = 20 - 46.0 / 20;
    const double expected = (20.0 * 20 - 8 * 8 - 10 * 10 - 2 * 2) / scale;
    EXPECT_NEAR(*alpha.u_alpha, 1 - 4 / expected, 1e-12);
    EXPECT_FALSE(alpha.cu_alpha) << "both marked x only: nothing varies";
    EXPECT_NEAR(alpha.marked_by_two, 0.4, 1e-12);
}

TEST(Unitizing, AgreeingInAllIsOneAndNothingMarkedIsUndefined) {
    UnitizedText text = drawn_text(1, 1);
    text.coders.push_back(text.coders.front());
    const UnitizingAgreement same = unitizing_agreement(text);
    EXPECT_NEAR(*same.u_alpha, 1, 1e-12);
    EXPECT_NEAR(*same.cu_alpha, 1, 1e-12);
    for (const auto& value : same.value_alpha) EXPECT_NEAR(*value, 1, 1e-12);
    const UnitizingAgreement nothing = unitizing_agreement({100, {"x"}, {{}, {}}});
    EXPECT_FALSE(nothing.u_alpha || nothing.binary_alpha || nothing.cu_alpha || nothing.value_alpha[0]);
    EXPECT_FALSE(unitizing_agreement({0, {}, {{}, {}}}).u_alpha);
}

}  // namespace
}  // namespace tarazy::unitizing_test
