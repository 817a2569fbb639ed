#include "simulate/ensemble/scenario.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace scenario_test {

const std::string inputs = "[[input]]\nname='x'\nlower=0\nupper=1\n[[input]]\nname='h'\nlower=0\nupper=1\n";
const std::string whole = "title='t'\n[run]\nfirst_year=2025\nlast_year=2029\nbase=8\n" + inputs +
                          "[[trend]]\ninput='x'\nper_year=0.1\n"
                          "[[shock]]\nname='s'\ninput='x'\nset=5\nyear=2027\nprobability=1\nlasting=2\n"
                          "[[shock]]\nname='never'\ninput='x'\nadd=100\nprobability=0\n"
                          "[[policy]]\nname='wait'\n"
                          "[[policy]]\nname='act'\nfrom=2028\n[[policy.change]]\ninput='x'\nmultiply=2\nadd=1\n"
                          "[model.outcomes]\ny='x + h'\n"
                          "[[threshold]]\noutcome='y'\nat_least=0.5\n";

TEST(Scenario, IsRead) {
    const Scenario scenario = read_scenario(whole, "s.toml");
    EXPECT_EQ(scenario.years(), 5u);
    EXPECT_EQ(scenario.sample.method, "latin-hypercube");
    EXPECT_EQ(scenario.policies.size(), 2u);
    EXPECT_EQ(scenario.policies[1].from, 2028);
    EXPECT_EQ(scenario.thresholds[0].name, "y");
    EXPECT_EQ(scenario.model.outcomes, (std::vector<std::string>{"y"}));
    EXPECT_EQ(read_scenario("[run]\n" + inputs + "[model.outcomes]\ny='x'\n", "s.toml").policies[0].name, "none");
}

TEST(Scenario, InputsFollowTrendThenShockThenPolicy) {
    const Scenario scenario = read_scenario(whole, "s.toml");
    const std::vector<double> drawn = {0.5, 0.3};
    std::vector<double> path(10);
    input_path(scenario, scenario.policies[0], drawn, RunDraws(1, 0), path);
    const auto x = [&] { return std::vector<double>{path[0], path[2], path[4], path[6], path[8]}; };
    EXPECT_EQ(x(), (std::vector<double>{0.5, 0.6, 5, 5, 0.9}));
    input_path(scenario, scenario.policies[1], drawn, RunDraws(1, 0), path);
    EXPECT_EQ(x(), (std::vector<double>{0.5, 0.6, 5, 11, 2.8}));
    EXPECT_EQ(path[1], 0.3);
}

TEST(Scenario, AShockBeginsAtItsHazardInTheSameYearUnderEveryPolicy) {
    const Scenario scenario = read_scenario(
        "[run]\nfirst_year=1\nlast_year=10\n" + inputs +
            "[[shock]]\nname='s'\ninput='x'\nset=9\nprobability='h'\n[[policy]]\nname='a'\n[[policy]]\nname='b'\n"
            "[model.outcomes]\ny='x'\n",
        "s.toml");
    std::size_t begun = 0;
    for (std::uint64_t run = 0; run < 2000; ++run) {
        const std::vector<double> drawn = {0, 0.1};
        std::vector<double> a(20), b(20);
        input_path(scenario, scenario.policies[0], drawn, RunDraws(1, run), a);
        input_path(scenario, scenario.policies[1], drawn, RunDraws(1, run), b);
        EXPECT_EQ(a, b);
        begun += a[18] == 9 ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(begun) / 2000, 1 - 0.348678, 0.045);  // 1 - 0.9^10
}

TEST(Scenario, AllFaultsAreToldAtOnce) {
    try {
        (void)read_scenario("[run]\nfirst_year=2025\nlast_year=2020\n" + inputs +
                                "[[trend]]\ninput='q'\nper_year=1\n"
                                "[[shock]]\nname='s'\ninput='x'\nyear=1999\nprobability=2\n"
                                "[[policy]]\nname='p'\n[[policy]]\nname='p'\n"
                                "[model.outcomes]\ny='x +'\nz='log('\nx='1'\n"
                                "[[threshold]]\noutcome='w'\n",
                            "s.toml");
        FAIL();
    } catch (const InputError& error) {
        const std::string message = error.what();
        for (const char* part :
             {"s.toml:3:1: run: last_year lies before first_year", "trend: there is no input 'q'",
              "shock 's': nothing says how 'x' changes", "year is 1999, outside of the run", "probability is 2",
              "policy 'p': the policy stands twice", "model: formula of 'y', character 4: the formula ends too early",
              "model: formula of 'z', character 5: the formula ends too early", "'x' cannot name an outcome",
              "threshold: there is no outcome 'w'", "a threshold has one limit"})
            EXPECT_NE(message.find(part), std::string::npos) << part << '\n' << message;
    }
    EXPECT_THROW((void)read_scenario(inputs, "s.toml"), InputError);
    EXPECT_THROW((void)read_scenario("[run]\n[[shock]]\nname='s'\ninput='x'\nset=1\nprobability='p'\n"
                                     "[[trend]]\ninput=''\nper_year='q'\n[model.outcomes]\ny='1'\n",
                                     "s.toml"),
                 InputError)
        << "names of inputs where there are none";
    try {
        (void)read_scenario("[run]\nscramble='ow'\npairs=1\n" + inputs +
                                "[[input]]\nname='hazard'\nlower=-0.1\nupper=0.5\n"
                                "[[trend]]\ninput='x'\nper_year=inf\n"
                                "[[shock]]\nname='s'\ninput='x'\nmultiply=nan\nprobability='hazard'\n"
                                "[[policy]]\nname='p'\nchange=[{input='x',set=nan}]\n"
                                "[model.outcomes]\ny='x'\n[[threshold]]\noutcome='y'\nat_least=nan\n",
                            "s.toml");
        FAIL();
    } catch (const InputError& error) {
        const std::string message = error.what();
        for (const char* part :
             {"scramble is 'ow'", "pairs is a whole number; give true or false", "per_year is inf",
              "multiply is nan; give a finite number", "'hazard' can be drawn below 0, which is no probability",
              "set is nan", "at_least is nan"})
            EXPECT_NE(message.find(part), std::string::npos) << part << '\n' << message;
    }
    try {
        (void)read_scenario("[run]\ndesign='sobol'\nbase=1000\n" + inputs + "[model.outcomes]\ny='x'\n", "s.toml");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("s.toml:2:1: run: base is 1000; give a power of two, 512 or 1024"),
                  std::string::npos)
            << error.what();
    }
}

}  // namespace scenario_test
}  // namespace tarazy
