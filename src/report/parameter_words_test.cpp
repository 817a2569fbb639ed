#include "report/parameter_words.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace parameter_words_test {
namespace {

using namespace tarazy;

TEST(ParameterWords, AreThoseOfTheMethodElseOfItsFamily) {
    const Messages messages = report_messages();
    EXPECT_EQ(parameter_words(messages, "network.regimes", "year").en,
              "at whose end the standing is read (default: the last of the study)");
    EXPECT_EQ(parameter_words(messages, "network.functions", "year").kk,
              "желі алынатын жыл (көрсетілмесе – белгілі соңғы жыл)");
    EXPECT_THROW((void)parameter_words(messages, "network.regimes", "colour"), std::logic_error);
}

}  // namespace
}  // namespace parameter_words_test
