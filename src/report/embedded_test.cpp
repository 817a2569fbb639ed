#include "report/embedded.hpp"

#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(EmbeddedFiles, AreThoseOfTheCheckout) {
    const std::string checkout = TARAZY_SOURCE_DIR;
    // not EXPECT_EQ, which would print half a megabyte
    EXPECT_TRUE(embedded_file("kk/report.json") == read_file(checkout + "/locale/kk/report.json"));
    EXPECT_TRUE(embedded_file("report.js") == read_file(checkout + "/explorer/dist/report.js"));
    EXPECT_TRUE(embedded_file("figures.mjs") == read_file(checkout + "/explorer/dist/figures.mjs"));
}

TEST(EmbeddedFiles, ScriptAndStyleCannotEndTheirElement) {
    EXPECT_EQ(embedded_file("report.js").find("</script"), std::string_view::npos);
    EXPECT_EQ(embedded_file("report.js").find("<!--"), std::string_view::npos);
    EXPECT_EQ(embedded_file("report.css").find("</style"), std::string_view::npos);
}

}  // namespace
}  // namespace tarazy
