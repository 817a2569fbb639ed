#include "simulate/bargain/smp_options.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace smp_options_test {

TEST(SmpOptions, EveryChoiceIsSetByEitherNameAndByCode) {
    for (const SmpChoice& choice : smp_choices()) {
        ASSERT_EQ(choice.values.size(), choice.peer_values.size());
        for (std::size_t value = 0; value < choice.values.size(); ++value) {
            SmpOptions ours, peer, code;
            set_smp_choice(ours, choice.name, choice.values[value]);
            set_smp_choice(peer, choice.peer_name, choice.peer_values[value]);
            set_smp_choice(code, choice.peer_name, std::to_string(value));
            EXPECT_EQ(smp_choice_texts(ours), smp_choice_texts(peer)) << choice.name;
            EXPECT_EQ(smp_choice_texts(ours), smp_choice_texts(code)) << choice.name;
            const std::string text = choice.name + '=' + choice.values[value];
            EXPECT_EQ(std::ranges::count(smp_choice_texts(ours), text), 1) << text;
        }
    }
}

TEST(SmpOptions, UnknownNamesAreRefusedWithTheNearest) {
    SmpOptions options;
    try {
        set_smp_choice(options, "election", "markov-unifrom");
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(), "election is markov-unifrom; did you mean 'markov-uniform'?");
    }
    EXPECT_THROW(set_smp_choice(options, "elction", "conditional"), UsageError);
    EXPECT_THROW(set_smp_choice(options, "vr", "5"), UsageError);
}

}  // namespace smp_options_test
}  // namespace tarazy
