#include "ledger/quantity_words.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

struct Words {
    std::string_view beginning;  ///< of the quantity's name
    std::string_view sentence;
};

// A longer beginning stands before a shorter one that it starts with.
constexpr std::array<Words, 34> known = {{
    {"agree_exact", "share of roll calls on which both cast the same vote, abstention counting as a vote of its own"},
    {"agree_lijphart", "agreement on roll calls, an abstention counting as half agreement with either side"},
    {"agree_voeten", "agreement rate on roll calls, an abstention counting as half agreement with either side"},
    {"agree_noabst", "share of roll calls on which both agree, among those on which neither abstained"},
    {"agree", "how often two states agree on roll calls"},
    {"closer", "how probable it is that the state stands nearer to the first pole than to the second"},
    {"closeness", "how close the state stands to the pole, on average over the pole's members"},
    {"difference", "mean closeness to the first pole minus mean closeness to the second, over the years of the window"},
    {"evenness",
     "how evenly the state's closeness is spread over the poles: 1 when all are equally close, near 0 when "
     "one is"},
    {"h_between", "how much of the evenness of the whole comes from leaning on different poles in different domains"},
    {"h_total", "how even the poles' shares are when the domains are averaged: 1 when all are the same"},
    {"h_within", "how even the poles' shares are inside the domains, on average: 1 when all are the same"},
    {"kappa", "agreement of two states beyond what their separate habits would give by chance (weighted kappa)"},
    {"mean_share", "the pole's part in the state's closeness to all poles, averaged over the years of the window"},
    {"p_nearest", "how probable it is that this pole is the nearest of all"},
    {"pi", "agreement of two states beyond chance, chance taken from both states' habits together (Scott's pi)"},
    {"s_", "similarity of two foreign policy portfolios: 1 when they are the same, -1 when they are opposite"},
    {"position", "where the state, or the mean of a pole's members, stands on the dimension that the votes span"},
    {"share", "the pole's part in the state's closeness to all poles"},
    {"tau_b", "rank correlation of two states' portfolios, ties taken into account"},
    {"tension", "how far apart the poles stand from one another; 1 = as far as two states typically do"},
    {"trend", "change of closeness to the pole a decade, along the straight line that fits the window best"},
    {"verdict", "whether the declared tests support the proposition"},
    {"years_aligned", "number of years in which this pole is nearest in every domain, with probability 0.9 or more"},
    {"years_closer", "number of years in which the first pole is nearer than the second"},
    {"years_equidistant", "number of years in which every domain is even, with probability 0.9 or more"},
    {"years_specialised", "number of years in which the domains lean to different poles, with probability 0.9 or more"},
    {"years_nearest", "number of years of the window in which this pole was the nearest"},
    {"events", "number of events in the chronology"},
    {"uncertain_dates", "number of events whose day is known only within bounds"},
    {"first_year", "year in which the earliest event can have begun"},
    {"last_year", "year in which the latest event can have ended"},
    {"links", "number of links that join a cause to an effect in the chronology"},
    {"conflicts", "number of points on which two sources contradict one another"},
}};

}  // namespace

std::string quantity_words(std::string_view quantity) {
    const auto fits = [&](const Words& words) { return quantity.starts_with(words.beginning); };
    if (const auto found = std::ranges::find_if(known, fits); found != known.end()) return std::string(found->sentence);
    std::string words(quantity);
    std::ranges::replace(words, '_', ' ');
    return words;
}

}  // namespace tarazy
