#pragma once

#include "base/random.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Random numbers of one run by their place, so that they depend neither on what else was drawn nor on the thread,
/// process or policy: two policies meet the same luck in the same run.
class RunDraws {
public:
    RunDraws(std::uint64_t seed, std::uint64_t run) : seed_(seed), run_(run) {}

    /// Uniform on (0, 1). @param purpose  what it is for: its own number for each kind of draw
    /// @param year  step of the run; @param item  which of several (state, shock, actor)
    [[nodiscard]] double uniform(std::uint64_t purpose, std::uint64_t year, std::uint64_t item) const {
        return uniform_of_word(philox_block({run_, year, purpose, item}, {seed_, key})[0]);
    }

private:
    static constexpr std::uint64_t key = 0x656e73656d626c65;  // "ensemble": apart from all streams of `Random`
    std::uint64_t seed_, run_;
};

/// A file that a model was made of, besides the scenario.
struct FileOfModel {
    std::string path, sha256;
};

/// What an ensemble runs: numbers in, numbers out. A model of bargaining, assurance or alignment is one when it says
/// which inputs it takes and which outcomes it gives; so is a formula.
struct Model {
    std::vector<std::string> inputs;    ///< names, each an uncertain input of the scenario
    std::vector<std::string> outcomes;  ///< names
    /// Computes one run: `values` holds the inputs year by year (years x inputs), `results` takes the outcomes (years x
    /// outcomes). A model without time has one year. What cannot be computed is NaN, never 0. Called from several
    /// threads at a time: it changes nothing of its own, and draws by `draws` alone.
    std::function<void(const RunDraws& draws, std::span<const double> values, std::span<double> results)> compute;
    std::vector<FileOfModel> files = {};
    /// Where an outcome is NaN, in words.
    std::string undefined_where = "log of a negative number, division by 0";
};

}  // namespace tarazy
