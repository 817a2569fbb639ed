#include "simulate/bargain/smp_options.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/letter_case.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <optional>

namespace tarazy {
namespace {

const std::vector<SmpChoice>& all_smp_choices() {
    static const std::vector<SmpChoice> choices = {
        {"victory",
         "vpm",
         {"linear", "square", "quartic", "octic", "binary"},
         {"Linear", "Square", "Quartic", "Octic", "Binary"},
         "how the ratio of two coalitions becomes a probability"},
        {"election",
         "pce",
         {"conditional", "markov-incentive", "markov-uniform"},
         {"Conditional", "MarkovIncentive", "MarkovUniform"},
         "how probabilities of pairs become those of all options"},
        {"voting",
         "vr",
         {"binary", "proportional-binary", "proportional", "proportional-cubic", "cubic"},
         {"Binary", "PropBin", "Proportional", "PropCbc", "Cubic"},
         "how a difference of utilities becomes a vote"},
        {"risk-estimate",
         "BigRAdjust",
         {"none", "third", "half", "two-thirds", "full"},
         {"None", "OneThird", "Half", "TwoThirds", "Full"},
         "how much an actor knows of another's attitude to risk"},
        {"risk-range",
         "BigRRange",
         {"min", "mid", "max"},
         {"Min", "Mid", "Max"},
         "attitudes to risk lie in 0..1, -1/2..1 or -1..1"},
        {"third-parties",
         "tpc",
         {"none", "semi", "full"},
         {"NoCommit", "SemiCommit", "FullCommit"},
         "are third parties bound to the side they join"},
        {"interpolation",
         "ivb",
         {"s1p1", "s2p2", "s2pmax"},
         {"S1P1", "S2P2", "S2PMax"},
         "how a bargain weighs the two positions"},
        {"bargain",
         "bm",
         {"initiator", "both", "power-weighted"},
         {"InitOnlyInterp", "InitRcvrInterp", "PWCompInterp"},
         "whose view of the chances a bargain follows"},
        {"transitions",
         "st",
         {"deterministic", "stochastic"},
         {"DeterminsticSTM", "StochasticSTM"},
         "the most probable bargain, or each with its probability"}};
    return choices;
}

std::size_t value_place(const SmpChoice& choice, std::string_view value) {
    for (std::size_t place = 0; place < choice.values.size(); ++place)
        if (equal_but_for_case(choice.values[place], value) || equal_but_for_case(choice.peer_values[place], value))
            return place;
    const std::optional<std::int64_t> code = parse_integer(value);
    if (code && *code >= 0 && *code < static_cast<std::int64_t>(choice.values.size()))
        return static_cast<std::size_t>(*code);
    refuse_argument(choice.name, std::string(value), name_hint(value, choice.values));
}

/// The number of every choice, in the order of `all_smp_choices`.
std::vector<std::size_t> choice_numbers(const SmpOptions& options) {
    return {static_cast<std::size_t>(options.victory),       static_cast<std::size_t>(options.election),
            static_cast<std::size_t>(options.voting),        static_cast<std::size_t>(options.risk_estimate),
            static_cast<std::size_t>(options.risk_range),    static_cast<std::size_t>(options.third_parties),
            static_cast<std::size_t>(options.interpolation), static_cast<std::size_t>(options.bargain),
            static_cast<std::size_t>(options.transitions)};
}

void set_choice_number(SmpOptions& options, std::size_t choice, std::size_t value) {
    switch (choice) {
        case 0: options.victory = static_cast<VictoryModel>(value); return;
        case 1: options.election = static_cast<ElectionModel>(value); return;
        case 2: options.voting = static_cast<VotingRule>(value); return;
        case 3: options.risk_estimate = static_cast<RiskEstimate>(value); return;
        case 4: options.risk_range = static_cast<RiskRange>(value); return;
        case 5: options.third_parties = static_cast<ThirdParties>(value); return;
        case 6: options.interpolation = static_cast<Interpolation>(value); return;
        case 7: options.bargain = static_cast<BargainModel>(value); return;
        default: options.transitions = static_cast<Transitions>(value); return;
    }
}

}  // namespace

std::span<const SmpChoice> smp_choices() {
    return all_smp_choices();
}

void set_smp_choice(SmpOptions& options, std::string_view name, std::string_view value) {
    std::vector<std::string> names;
    const std::vector<SmpChoice>& choices = all_smp_choices();
    for (std::size_t place = 0; place < choices.size(); ++place) {
        if (equal_but_for_case(choices[place].name, name) || equal_but_for_case(choices[place].peer_name, name))
            return set_choice_number(options, place, value_place(choices[place], value));
        names.push_back(choices[place].name);
    }
    throw UsageError("the model has no option '" + std::string(name) + "'; " + name_hint(name, names));
}

std::vector<std::string> smp_choice_texts(const SmpOptions& options) {
    std::vector<std::string> texts;
    const std::vector<std::size_t> numbers = choice_numbers(options);
    for (std::size_t place = 0; place < numbers.size(); ++place)
        texts.push_back(all_smp_choices()[place].name + '=' + all_smp_choices()[place].values[numbers[place]]);
    return texts;
}

}  // namespace tarazy
