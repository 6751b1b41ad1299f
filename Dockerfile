# Afterwell in a container: built with a JDK, run with a JRE, not as root, in layers that change rarely first.
# It expects a PostgreSQL of its own (AFTERWELL_DB_URL, AFTERWELL_DB_USER, AFTERWELL_DB_PASSWORD).

FROM node:24-bookworm-slim AS node

FROM maven:3-eclipse-temurin-25 AS build
# The front end is bundled during the build.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
    && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    mvn -B -ntp package -pl web-ui -am -Dmaven.test.skip=true -Dspotless.check.skip=true \
    && java -Djarmode=tools -jar web-ui/target/web-ui-*-app.jar extract --layers --destination /layers \
    && mv /layers/application/web-ui-*-app.jar /layers/application/afterwell.jar

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 afterwell \
    && useradd --system --uid 10001 --gid afterwell --home-dir /app --shell /usr/sbin/nologin afterwell
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER afterwell
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "afterwell.jar"]
