#include "simulate/designs/sample.hpp"

#include "base/argument_checks.hpp"
#include "simulate/designs/latin_hypercube.hpp"
#include "simulate/designs/morris_design.hpp"
#include "simulate/designs/saltelli_design.hpp"
#include "simulate/designs/shapley_design.hpp"

#include <algorithm>
#include <bit>

namespace tarazy {
namespace {

const std::vector<std::string> sample_methods = {"saltelli", "morris", "shapley", "sobol", "latin-hypercube", "random"};
constexpr std::size_t most_values = std::size_t{1} << 28;

void require_usable_inputs(const InputSpace& space, const SampleOptions& options) {
    const std::string& method = options.method;
    if (!space.correlations.empty() && (method == "saltelli" || method == "morris"))
        throw InputError(
            Problem{"", 0, 0, "inputs are correlated, and the indices of a " + method + " design need independent ones",
                    "use --method shapley, whose effects are defined for correlated inputs"});
    if (method == "shapley" && space.inputs.size() < 2)
        throw InputError(Problem{"", 0, 0, "one input alone explains all of the outcome", "give two inputs or more"});
    const bool to_the_ends =
        method == "morris" || ((method == "saltelli" || method == "sobol") && options.scramble == Scramble::none);
    Diagnostics diagnostics;
    for (const UncertainInput& input : space.inputs) {
        if (!to_the_ends) continue;
        if (!is_bounded(input.distribution) || !space.correlations.empty())
            diagnostics.add({"", 0, 0,
                             "input '" + input.name + "' has no bounds, and this design goes to the ends of each input",
                             method == "morris" ? "give lower and upper to its distribution"
                                                : "give lower and upper to its distribution, or use --scramble owen"});
    }
    diagnostics.throw_if_any();
}

}  // namespace

void check_sample(const SampleOptions& options) {
    (void)check_one_of(options.method, sample_methods, "--method");
    if (options.base == 0) refuse_argument("--base", "0", "give at least 1");
    const bool net = options.method == "saltelli" || options.method == "sobol";
    if (net && !is_power_of_two(options.base))
        refuse_argument("--base", std::to_string(options.base),
                        "give a power of two, " + std::to_string(std::bit_floor(options.base)) + " or " +
                            std::to_string(std::bit_ceil(options.base)) +
                            ": other beginnings of the sequence are not balanced");
    if (options.method == "morris" && (options.levels < 2 || options.levels % 2 != 0 || options.levels > 1000))
        refuse_argument("--levels", std::to_string(options.levels), "give an even number from 2 to 1000");
    if (options.method == "shapley" && options.inner < 2)
        refuse_argument("--inner", std::to_string(options.inner), "give at least 2: a variance needs two draws");
    if (options.pairs && options.method != "saltelli") throw UsageError("--pairs goes with --method saltelli");
}

std::size_t runs_of_sample(const SampleOptions& options, std::size_t inputs) {
    if (options.method == "saltelli") return options.base * (options.pairs ? 2 * inputs + 2 : inputs + 2);
    if (options.method == "morris") return options.base * (inputs + 1);
    if (options.method != "shapley") return options.base;
    const std::size_t variance =
        options.variance_runs > 0 ? options.variance_runs : std::max<std::size_t>(1000, options.base);
    return variance + options.base * (inputs - 1) * options.inner;
}

Design sample_design(const InputSpace& space, const SampleOptions& options) {
    check_sample(options);
    require_usable_inputs(space, options);
    const std::size_t inputs = space.inputs.size(), runs = runs_of_sample(options, inputs);
    if (options.base > most_values || runs > most_values / inputs)
        throw LimitError("a design has at most 2^28 values, and " + std::to_string(options.base) + " base rows of " +
                         std::to_string(inputs) + " inputs give more; take a smaller --base");
    if (options.method == "shapley") {
        const std::size_t orders = options.base * (inputs - 1) * options.inner;
        return shapley_design(space, runs - orders, options.base, options.inner, options.seed);
    }
    Design design;
    design.kind = options.method;
    design.inputs = space.names();
    if (options.method == "saltelli") {
        if (options.pairs) design.kind += "-pairs";
        design.values = saltelli_points(options.base, inputs, options.pairs, options.scramble, options.seed);
        design.blocks = saltelli_blocks(options.base, design.inputs, options.pairs);
    } else if (options.method == "morris") {
        design.kind += '-' + std::to_string(options.levels);
        design.values = morris_points(options.base, inputs, options.levels, options.seed);
        design.blocks = morris_blocks(morris_layout(design), design.inputs);
    } else if (options.method == "sobol") {
        design.values = sobol_points(options.base, inputs, options.scramble, options.seed);
    } else if (options.method == "latin-hypercube") {
        design.values = latin_hypercube(options.base, inputs, options.seed);
    } else {
        design.values = random_points(options.base, inputs, options.seed);
    }
    to_input_values(space, design.values);
    return design;
}

}  // namespace tarazy
