#include "report/messages.hpp"

#include "io/atomic_file.hpp"
#include "report/embedded.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>

namespace tarazy {
namespace {

Messages catalogue(std::string_view en, std::string_view kk, std::string_view ru) {
    return Messages({en, kk, ru});
}

std::string complaint(std::string_view en, std::string_view kk, std::string_view ru) {
    try {
        (void)catalogue(en, kk, ru);
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return "";
}

TEST(Messages, PluralFormsFollowTheLanguage) {
    const Messages messages = catalogue(
        R"({"years": "{n, plural, one {# year} other {# years}}"})", R"({"years": "{n, plural, other {# жыл}}"})",
        R"({"years": "{n, plural, one {# год} few {# года} many {# лет} other {# года}}"})");
    const auto years = [&](std::int64_t n) { return messages.say("years", {{"n", n}}); };
    EXPECT_EQ(years(1).en, "1 year");
    EXPECT_EQ(years(2).en, "2 years");
    EXPECT_EQ(years(21).ru, "21 год");
    EXPECT_EQ(years(3).ru, "3 года");
    EXPECT_EQ(years(11).ru, "11 лет");
    EXPECT_EQ(years(5).kk, "5 жыл");
}

TEST(Messages, NumbersInProseAreWrittenAsTheLanguageWritesThem) {
    const std::string_view pattern = R"({"share": "{x, number, ::.00}"})";
    const LocalText share = catalogue(pattern, pattern, pattern).say("share", {{"x", 0.375}});
    EXPECT_EQ(share.en, "0.38");
    EXPECT_EQ(share.kk, "0,38");
    EXPECT_EQ(share.ru, "0,38");
}

TEST(Messages, NamesAreTakenInTheLanguageOfTheMessage) {
    const std::string_view pattern = R"({"nearest": "{pole}!"})";
    const LocalText filled =
        catalogue(pattern, pattern, pattern).say("nearest", {{"pole", LocalText{"Russia", "Ресей", ""}}});
    EXPECT_EQ(filled.kk, "Ресей!");
    EXPECT_EQ(filled.ru, "Russia!");  // English where a language has no name
}

TEST(Messages, MissingAndExtraKeysAreFound) {
    EXPECT_EQ(complaint(R"({"a": "x"})", R"({})", R"({"a": "x"})"), "message 'a' (kk): is missing");
    EXPECT_EQ(complaint(R"({"a": "x"})", R"({"a": "x"})", R"({"a": "x", "b": "y"})"),
              "message 'b' (ru): has no English message");
}

TEST(Messages, DifferingArgumentsAreFoundInsidePluralsToo) {
    EXPECT_EQ(complaint(R"({"a": "{n, plural, other {# of {total}}}"})", R"({"a": "{n}"})", R"({"a": "{n} {total}"})"),
              "message 'a' (kk): takes other arguments than the English message");
}

TEST(Messages, UnparsablePatternsAreFound) {
    EXPECT_EQ(complaint(R"({"a": "{n"})", R"({"a": "{n}"})", R"({"a": "{n}"})").substr(0, 38),
              "message 'a' (en): cannot be parsed nea");
}

TEST(Messages, AnArgumentThatIsNotGivenIsAnErrorNotABrace) {
    const Messages messages = catalogue(R"({"a": "{n}"})", R"({"a": "{n}"})", R"({"a": "{n}"})");
    EXPECT_THROW((void)messages.say("a", {{"m", std::int64_t{1}}}), std::logic_error);
    EXPECT_THROW((void)messages.say("b"), std::logic_error);
}

TEST(Messages, TheCataloguesOfTheReportAgree) {
    EXPECT_GT(report_messages().keys().size(), 50U);
    EXPECT_NO_THROW(catalogue(embedded_file("en/figures.json"), embedded_file("kk/figures.json"),
                              embedded_file("ru/figures.json")));
}

TEST(Messages, EveryMessageOfTheReportIsUsed) {
    std::string sources;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(TARAZY_SOURCE_DIR) + "/src/report")) {
        const std::string path = entry.path().string();
        if (path.ends_with(".cpp") && !path.ends_with("_test.cpp")) sources += read_file(path);
    }
    for (const std::string& key : report_messages().keys()) {
        // Families such as role.votes are put together from a prefix and a code of the data.
        const std::string near = key.substr(0, key.rfind('.') + 1), wide = key.substr(0, key.find('.') + 1);
        const auto written = [&](const std::string& literal) {
            return sources.find('"' + literal + '"') != std::string::npos;
        };
        const bool used = written(key) || written(near) || written(wide);
        EXPECT_TRUE(used) << key;
    }
}

}  // namespace
}  // namespace tarazy
