#include "serve/gate.hpp"

#include <gtest/gtest.h>

namespace gate_test {
namespace {

using namespace tarazy;

const Gate gate{"0123456789abcdef0123456789abcdef", 4711, "fedcba9876543210fedcba9876543210"};

Caller page(const std::string& method, const std::string& path) {
    return {method,
            path,
            {},
            {{"host", "127.0.0.1:4711"},
             {"origin", "http://127.0.0.1:4711"},
             {"cookie", "other=1; tarazy-4711=fedcba9876543210fedcba9876543210"},
             {"x-tarazy-key", "0123456789abcdef0123456789abcdef"},
             {"sec-fetch-site", "same-origin"},
             {"x-tarazy-tab", "t1"}}};
}

int status(const Caller& caller) {
    const auto answer = answer_at_gate(gate, caller);
    return answer ? answer->status : 200;
}

TEST(Gate, APageOfOursPasses) {
    EXPECT_EQ(status(page("GET", "/api/start")), 200);
    EXPECT_EQ(status(page("POST", "/api/study/run")), 200);
    Caller typed = page("GET", "/");
    typed.headers.erase("origin");
    typed.headers.erase("x-tarazy-key");
    typed.headers["sec-fetch-site"] = "none";
    EXPECT_EQ(status(typed), 200);
}

TEST(Gate, TheOpeningAddressGivesTheCookie) {
    Caller opening{"GET", "/", {{"token", gate.token}}, {{"host", "localhost:4711"}}};
    const auto answer = answer_at_gate(gate, opening);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_NE(answer->headers.at("Set-Cookie").find("HttpOnly; SameSite=Strict"), std::string::npos);
    EXPECT_EQ(answer->headers.at("Set-Cookie").find(gate.token), std::string::npos);
    EXPECT_NE(answer->body.find("url=/#key=" + gate.token + "\""), std::string::npos);
    opening.query["study"] = "studies/a b\r\n\"><script>";
    EXPECT_NE(answer_at_gate(gate, opening)->body.find("&/study/studies%2Fa%20b%0D%0A%22%3E%3Cscript%3E\""),
              std::string::npos);
    opening.query["token"] = "0123456789abcdef0123456789abcdee";
    EXPECT_EQ(status(opening), 403);
    opening.query["token"] = "";
    EXPECT_EQ(status(opening), 403);
}

TEST(Gate, ForeignCallersAreTurnedAway) {
    Caller named = page("GET", "/api/start");
    named.headers["host"] = "tarazy.example:4711";
    EXPECT_EQ(status(named), 421) << "a name made to point at the loopback address";
    for (const char* port : {"127.0.0.1:4712", "127.0.0.1", "127.0.0.1:4711.example"}) {
        named.headers["host"] = port;
        EXPECT_EQ(status(named), 421) << port;
    }
    for (const char* origin : {"https://example.org", "null", "http://127.0.0.1:8000", "http://localhost:4711"}) {
        Caller foreign = page("POST", "/api/study/run");
        foreign.headers["origin"] = origin;
        EXPECT_EQ(status(foreign), 403) << origin;
    }
    Caller keyless = page("GET", "/api/start");
    keyless.headers["x-tarazy-key"] = "0123456789abcdef0123456789abcde0";
    EXPECT_EQ(status(keyless), 403);
    keyless.headers.erase("x-tarazy-key");
    EXPECT_EQ(status(keyless), 403) << "the cookie alone, which another server on this machine may have got";
    keyless.path = "/report";
    EXPECT_EQ(status(keyless), 200);
    keyless.method = "POST";
    EXPECT_EQ(status(keyless), 403);
    keyless.method = "GET";
    keyless.headers["cookie"] = "tarazy-4711=0123456789abcdef0123456789abcdef";
    EXPECT_EQ(status(keyless), 403);
    keyless.headers.erase("cookie");
    EXPECT_EQ(status(keyless), 403);
    Caller embedded = page("GET", "/report");
    embedded.headers.erase("origin");
    embedded.headers["sec-fetch-site"] = "cross-site";
    EXPECT_EQ(status(embedded), 403);
}

TEST(Gate, WhatChangesSomethingMustComeFromAPage) {
    for (const char* lacking : {"origin", "x-tarazy-tab"}) {
        Caller caller = page("POST", "/api/study/run");
        caller.headers.erase(lacking);
        EXPECT_EQ(status(caller), 403) << lacking;
    }
    EXPECT_EQ(status(page("DELETE", "/api/study")), 405);
}

TEST(Gate, TokensDiffer) {
    const std::string token = random_token();
    EXPECT_EQ(token.size(), 32u);
    EXPECT_NE(token, random_token());
}

TEST(Gate, NothingForeignIsLoadedOrRun) {
    const std::string policy = safety_headers().at("Content-Security-Policy");
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
}

}  // namespace
}  // namespace gate_test
