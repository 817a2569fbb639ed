// The Universal Declaration of Human Rights says the same in four languages, so a codebook over four languages should
// find the same in each article. The texts lie in data/text beside the checkout.

#include "text/counts/code_counts.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>
#include <unicode/regex.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace tarazy::udhr_codes_test {
namespace {

const std::string folder = TARAZY_SHARED_DIR "/data/text/";

std::string whole_file(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The articles, cut at their headings; without the preamble.
std::vector<std::string> articles(const std::string& language, const char* heading) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(whole_file(folder + "udhr_" + language + ".txt"));
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(heading), UREGEX_MULTILINE, status);
    matcher.reset(text);
    std::vector<std::string> parts;
    std::int32_t begin = -1;
    const auto add = [&](std::int32_t end) {
        if (begin < 0) return;
        parts.emplace_back();
        text.tempSubStringBetween(begin, end).toUTF8String(parts.back());
    };
    while (matcher.find()) {
        add(matcher.start(status));
        begin = matcher.end(status);
    }
    add(text.length());
    return parts;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double mean_a = 0, mean_b = 0, aa = 0, bb = 0, ab = 0;
    const auto n = static_cast<double>(a.size());
    for (std::size_t k = 0; k < a.size(); ++k) {
        mean_a += a[k] / n;
        mean_b += b[k] / n;
    }
    for (std::size_t k = 0; k < a.size(); ++k) {
        aa += (a[k] - mean_a) * (a[k] - mean_a);
        bb += (b[k] - mean_b) * (b[k] - mean_b);
        ab += (a[k] - mean_a) * (b[k] - mean_b);
    }
    return ab / std::sqrt(aa * bb);
}

TEST(UdhrCodes, FourLanguagesSayTheSameInEachArticle) {
    if (!std::filesystem::exists(folder + "udhr_kk.txt")) GTEST_SKIP() << folder;
    const std::vector<std::pair<std::string, const char*>> languages = {
        {"en", "^ *Article \\d+"}, {"ru", "^ *Статья \\d+"}, {"kk", "^ *\\d+ бап"}, {"zh", "^ *第.{1,4}条"}};
    const Codebook codebook =
        read_codebook(whole_file(TARAZY_SOURCE_DIR "/src/text/testdata/udhr_codebook.yml"), "udhr_codebook.yml");
    CodeOptions options;
    options.negation_window = 0;
    // counts[language][code]: by article
    std::vector<std::vector<std::vector<double>>> counts;
    for (const auto& [language, heading] : languages) {
        Corpus corpus;
        corpus.texts = articles(language, heading);
        ASSERT_EQ(corpus.texts.size(), 30U) << language;
        for (std::size_t k = 1; k <= 30; ++k) corpus.ids.push_back(std::to_string(k));
        const Tokens tokens = tokenise(corpus, {});
        counts.emplace_back(codebook.codes.size(), std::vector<double>(30, 0.0));
        for (const CodeHit& hit : find_codes(tokens, codebook, options).hits) ++counts.back()[hit.code][hit.document];
    }
    for (std::size_t a = 0; a < counts.size(); ++a) {
        for (std::size_t b = a + 1; b < counts.size(); ++b) {
            for (std::size_t code = 0; code < codebook.codes.size(); ++code)
                EXPECT_GE(correlation(counts[a][code], counts[b][code]), 0.9)
                    << codebook.codes[code].name << ' ' << languages[a].first << ' ' << languages[b].first;
        }
    }
}

}  // namespace
}  // namespace tarazy::udhr_codes_test
