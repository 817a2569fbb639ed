#include "report/embedded.hpp"

#include "io/atomic_file.hpp"
#include "report/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace embedded_test {

TEST(EmbeddedFiles, AreThoseOfTheCheckout) {
    const std::string checkout = TARAZY_SOURCE_DIR;
    // not EXPECT_EQ, which would print half a megabyte
    EXPECT_TRUE(embedded_file("kk/report.json") == read_file(checkout + "/locale/kk/report.json"));
    EXPECT_TRUE(embedded_file("report.js") == read_file(checkout + "/explorer/dist/report.js"));
    EXPECT_TRUE(embedded_file("figures.mjs") == read_file(checkout + "/explorer/dist/figures.mjs"));
}

TEST(EmbeddedFiles, HoldEveryCatalogueOfTheCheckout) {
    for (const std::string_view language : report_languages) {
        const std::string folder = std::string(TARAZY_SOURCE_DIR) + "/locale/" + std::string(language);
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            found.push_back(std::string(language) + '/' + entry.path().filename().string());
        }
        std::ranges::sort(found);
        const std::vector<std::string_view> named = embedded_catalogues(language);
        EXPECT_EQ(found, std::vector<std::string>(named.begin(), named.end()));
    }
    EXPECT_TRUE(embedded_catalogues("de").empty());
}

TEST(EmbeddedFiles, ScriptAndStyleCannotEndTheirElement) {
    EXPECT_EQ(embedded_file("report.js").find("</script"), std::string_view::npos);
    EXPECT_EQ(embedded_file("report.js").find("<!--"), std::string_view::npos);
    EXPECT_EQ(embedded_file("report.css").find("</style"), std::string_view::npos);
}

}  // namespace embedded_test
}  // namespace tarazy
