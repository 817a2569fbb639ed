#include "report/messages.hpp"

#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <stdexcept>

namespace tarazy {
namespace messages_test {

Messages catalogue(std::string_view en, std::string_view kk, std::string_view ru) {
    return Messages({{{{"en.json", en}}, {{"kk.json", kk}}, {{"ru.json", ru}}}});
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

TEST(Messages, AKeyInTwoCataloguesIsFound) {
    const std::vector<Catalogue> once = {{"align.json", R"({"a": "x"})"}};
    const std::vector<Catalogue> twice = {{"align.json", R"({"a": "x"})"}, {"trace.json", R"({"a": "x"})"}};
    try {
        const Messages messages({once, twice, once});
        ADD_FAILURE() << "the second was taken, or the first";
    } catch (const std::logic_error& error) {
        EXPECT_STREQ(error.what(), "message 'a' (kk): stands in align.json and in trace.json");
    }
}

TEST(Messages, CataloguesOfOneLanguageAreReadTogether) {
    const std::vector<Catalogue> both = {{"align.json", R"({"a": "x"})"}, {"trace.json", R"({"b": "y"})"}};
    const Messages messages({both, both, both});
    EXPECT_EQ(messages.keys(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(messages.json(), R"({"en":{"a":"x","b":"y"},"kk":{"a":"x","b":"y"},"ru":{"a":"x","b":"y"}})");
}

std::vector<std::string> keys_of(const std::string& file) {
    const std::string text = read_file(file);
    std::vector<std::string> keys;
    static const std::regex key(R"re(\n\s*"([^"]+)":)re");
    for (auto at = std::sregex_iterator(text.begin(), text.end(), key); at != std::sregex_iterator(); ++at)
        keys.push_back((*at)[1]);
    return keys;
}

TEST(Messages, ACatalogueHoldsTheSameKeysInEachLanguage) {
    EXPECT_GT(report_messages().keys().size(), 300U);
    const std::string locale = std::string(TARAZY_SOURCE_DIR) + "/locale/";
    for (const auto& entry : std::filesystem::directory_iterator(locale + "en")) {
        const std::string name = entry.path().filename().string();
        EXPECT_EQ(keys_of(locale + "kk/" + name), keys_of(locale + "en/" + name)) << name;
        EXPECT_EQ(keys_of(locale + "ru/" + name), keys_of(locale + "en/" + name)) << name;
    }
}

/// All code that says messages: the report, what the methods tell in it, what explains a number, and the script of the
/// browser.
std::string speaking_sources() {
    std::string sources;
    for (const char* folder : {"/src/report", "/src/analyses", "/src/cli/study", "/explorer/src"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(TARAZY_SOURCE_DIR + std::string(folder))) {
            const std::string path = entry.path().string();
            const bool code = path.ends_with(".cpp") || path.ends_with(".ts") || path.ends_with(".tsx");
            if (code && entry.path().stem().string().find("_test") == std::string::npos) sources += read_file(path);
        }
    }
    return sources;
}

TEST(Messages, EveryMessageIsUsed) {
    const std::string sources = speaking_sources();
    const Messages messages = report_messages();
    for (const std::string& key : messages.keys()) {
        // Families such as role.votes are put together from a prefix and a code of the data.
        const std::string near = key.substr(0, key.rfind('.') + 1), wide = key.substr(0, key.find('.') + 1);
        const auto written = [&](const std::string& literal) {
            return sources.find('"' + literal + '"') != std::string::npos;
        };
        // The code itself may hold a point, as that of a measure, "votes.trend", does.
        const std::size_t second = key.find('.', wide.size());
        const bool measure = second != std::string::npos && written(key.substr(0, second + 1));
        // `serve.state_${state}`
        bool templated = false;
        for (std::size_t at = key.find('_'); at != std::string::npos; at = key.find('_', at + 1))
            templated = templated || sources.find('`' + key.substr(0, at + 1) + "${") != std::string::npos;
        const bool used = written(key) || written(near) || written(wide) || measure || templated;
        EXPECT_TRUE(used) << key;
    }
}

TEST(Messages, EveryMessageThatIsSaidIsThere) {
    const std::string sources = speaking_sources();
    const Messages messages = report_messages();
    // say("key"), spoken("p", "key"), label: "key"; a key put together from parts ends with a point or an underscore
    static const std::regex said(
        R"re((?:say\(|spoken\("[a-z]+",\s*|label:\s*|dataset\.label = )"([a-z_]+\.[A-Za-z_.]*[A-Za-z])")re");
    std::size_t count = 0;
    for (auto at = std::sregex_iterator(sources.begin(), sources.end(), said); at != std::sregex_iterator(); ++at) {
        ++count;
        EXPECT_TRUE(messages.knows((*at)[1])) << (*at)[1];
    }
    EXPECT_GT(count, 150U);
}

}  // namespace messages_test
}  // namespace tarazy
