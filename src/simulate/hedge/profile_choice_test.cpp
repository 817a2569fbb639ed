#include "simulate/hedge/profile_choice.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {
namespace profile_choice_test {

/// All profiles of the grid, in twentieths.
void add_profiles(std::size_t shares, std::vector<double>& profile, std::size_t left,
                  std::vector<std::vector<double>>& all) {
    if (profile.size() + 1 == shares) {
        all.push_back(profile);
        all.back().push_back(static_cast<double>(left) / 20);
        return;
    }
    for (std::size_t m = 0; m <= left; ++m) {
        profile.push_back(static_cast<double>(m) / 20);
        add_profiles(shares, profile, left - m, all);
        profile.pop_back();
    }
}

std::vector<std::vector<double>> grid_of(std::size_t shares) {
    std::vector<std::vector<double>> all;
    std::vector<double> profile;
    add_profiles(shares, profile, 20, all);
    return all;
}

/// The choice by its definition, one exponential a profile.
struct Defined {
    std::vector<double> probability, expected;
    double entropy = 0;
};

Defined by_definition(const ProfileUtility& utility, const std::vector<std::vector<double>>& grid) {
    std::vector<double> u;
    for (const std::vector<double>& a : grid) {
        double sum = 0;
        for (std::size_t j = 0; j < a.size(); ++j)
            sum += utility.linear[j] * a[j] - 0.5 * utility.quadratic[j] * a[j] * a[j];
        u.push_back(sum);
    }
    const double greatest = *std::max_element(u.begin(), u.end());
    double whole = 0;
    for (const double value : u) whole += std::exp(value - greatest);
    Defined defined;
    defined.expected.assign(utility.shares, 0);
    for (std::size_t i = 0; i < grid.size(); ++i) {
        const double p = std::exp(u[i] - greatest) / whole;
        defined.probability.push_back(p);
        for (std::size_t j = 0; j < utility.shares; ++j) defined.expected[j] += p * grid[i][j];
        if (p > 0) defined.entropy -= p * std::log(p);
    }
    return defined;
}

TEST(ProfileChoice, TheGridHasAsManyProfilesAsTheCountSays) {
    EXPECT_EQ(profile_count(4), 1771);
    for (const std::size_t shares : {1, 2, 3, 4, 5})
        EXPECT_EQ(profile_count(shares), static_cast<double>(grid_of(shares).size()));
}

TEST(ProfileChoice, IsTheLogitChoiceOverAllProfiles) {
    Random random(1, "profile choice", 0);
    for (const std::size_t shares : {2, 3, 4, 5}) {
        const auto grid = grid_of(shares);
        // Mild, strong, and such that the weights of all profiles underflow (then in logarithms).
        for (const double scale : {1.0, 30.0, 600.0, 5000.0}) {
            ProfileUtility utility;
            utility.shares = shares;
            for (std::size_t j = 0; j < shares; ++j) {
                utility.linear[j] = scale * (2 * random.uniform() - 0.5);
                utility.quadratic[j] = j == 0 ? 0 : scale * random.uniform();
            }
            const Defined defined = by_definition(utility, grid);
            const ProfileChoice choice = choose_profile(utility);
            double sum = 0;
            for (std::size_t j = 0; j < shares; ++j) {
                EXPECT_NEAR(choice.expected[j], defined.expected[j], 1e-12) << shares << ' ' << scale;
                sum += choice.expected[j];
            }
            EXPECT_NEAR(sum, 1, 1e-15);
            EXPECT_NEAR(choice.entropy, defined.entropy, 1e-9 * (1 + scale)) << shares << ' ' << scale;
        }
    }
}

TEST(ProfileChoice, WithoutUtilityAllProfilesAreAlike) {
    ProfileUtility utility;
    utility.shares = 4;
    const ProfileChoice choice = choose_profile(utility);
    for (std::size_t j = 0; j < 4; ++j) EXPECT_NEAR(choice.expected[j], 0.25, 1e-15);
    EXPECT_NEAR(choice.entropy, std::log(1771), 1e-12);
}

TEST(ProfileChoice, BestSharesThatAreNoProfileTogetherDoNotUnderflow) {
    // Two poles that both pull with 2,000: every profile's weight underflows against the best of each share.
    ProfileUtility utility;
    utility.shares = 3;
    utility.linear = {2000, 2000, -2000};
    const ProfileChoice choice = choose_profile(utility);
    EXPECT_NEAR(choice.expected[0], 0.5, 1e-12);
    EXPECT_NEAR(choice.expected[2], 0, 1e-12);
    EXPECT_NEAR(choice.entropy, std::log(21), 1e-9);
}

TEST(ProfileChoice, DrawnProfilesHaveTheirProbabilities) {
    ProfileUtility utility;
    utility.shares = 3;
    utility.linear = {3, 1, 0};
    utility.quadratic = {4, 4, 0};
    const Defined defined = by_definition(utility, grid_of(3));
    Random random(7, "draw profile", 0);
    std::vector<double> mean(3, 0.0), profile(3);
    const int draws = 20'000;
    for (int i = 0; i < draws; ++i) {
        const std::vector<double> uniforms = {random.uniform(), random.uniform()};
        draw_profile(utility, uniforms, profile);
        EXPECT_NEAR(profile[0] + profile[1] + profile[2], 1, 1e-12);
        for (std::size_t j = 0; j < 3; ++j) mean[j] += profile[j] / draws;
    }
    // The standard deviation of a share is at most 1/2, of the mean 0.0035.
    for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(mean[j], defined.expected[j], 0.015);
}

}  // namespace profile_choice_test
}  // namespace tarazy
