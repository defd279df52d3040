/**
 * What Entra says behind each number, in the words of Microsoft's "Error codes" where those are short. None holds the
 * name of an OAuth error: MSAL looks for these in descriptions too.
 */
export const failureTexts: Readonly<Record<number, string>> = {
  16000:
    "Either multiple user identities are available for the current request or the selected account is not supported for the scenario. The account needs to be added as an external user in the tenant 'Fernleigh Botanic Trust' first.",
  50011:
    'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  50014: 'The user account is in a bad state and cannot be redeemed in the tenant.',
  50020: 'The user account does not exist in the tenant and cannot access the application in that tenant.',
  50033: 'A transient error has occurred. Please try again.',
  50034:
    'The user account does not exist in the Fernleigh Botanic Trust directory. To sign into this application, the account must be added to the directory.',
  50053:
    'The account is locked, you have tried to sign in too many times with an incorrect user ID or password, or the sign-in came from an IP address with malicious activity.',
  50055: 'The password is expired.',
  50057: 'The user account is disabled.',
  50058: 'A silent sign-in request was sent but no user is signed in, or more than one user is.',
  50072:
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
  50074: 'Strong authentication is required and the user did not pass the MFA challenge.',
  50076:
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
  50078:
    "Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
  50079:
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
  50087: 'A transient error has occurred during strong authentication. Please try again.',
  50097: 'Device authentication is required.',
  50105:
    "Your administrator has configured the application 'Lanyard (local build)' to block users unless they are specifically granted ('assigned') access to the application. The signed-in user is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.",
  50129: 'The device is not workplace joined. Workplace join is required to register the device.',
  50131:
    'Device is not in required device state, or the request was blocked due to suspicious activity, access policy, or security policy decisions.',
  50132:
    'The session is not valid due to the following reasons: password expiration or recent password change, SSO artifact is invalid or expired, session is not fresh enough for the application.',
  50133: 'The session is not valid due to password expiration or recent password change.',
  50144: "The user's Active Directory password has expired. Generate a new password or reset it.",
  50148: 'The code_verifier does not match the code_challenge supplied in the authorization request.',
  50158: 'External security challenge was not satisfied. The user is sent on to another page to satisfy it.',
  50173:
    'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  50196:
    'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
  51004:
    'The user account does not exist in the directory. To sign into this application, the account must be added to it.',
  53000:
    'Device is not in required device state: compliant. Conditional Access policy requires a compliant device.',
  53001: 'Device is not in required device state: domain joined. Conditional Access policy requires it.',
  53002: 'The app used is not an approved app for Conditional Access.',
  53003:
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  53004:
    'Proofup of multi-factor authentication is blocked due to potential risk. Visit the security info page first.',
  53011: 'User blocked due to risk on home tenant.',
  54005:
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  65001:
    "The user or administrator has not consented to use the application named 'Lanyard (local build)'. Send an interactive authorization request for this user and resource.",
  65004: 'User declined to consent to access the app.',
  65005:
    'The application required resource access list does not contain applications discoverable by the resource.',
  70000: 'Provided grant is invalid or malformed.',
  70001: 'The application is disabled, or was not found in the directory.',
  70004: 'The provided redirect URI is not valid for the application.',
  70008:
    'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  70011: "The provided value for the input parameter 'scope' is not valid.",
  70012: 'A server error occurred while authenticating a personal account. Try again.',
  70043:
    'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued earlier and the maximum allowed lifetime for this request is 43200.',
  90002:
    'Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.',
  90006: 'The service is temporarily unavailable. Try again.',
  90008:
    'The user or administrator has not consented to sign-in and profile access, which the application must have.',
  90012: 'The request has timed out.',
  90024: 'The request budget was exceeded; a transient error has occurred. Try again.',
  90033: 'A transient error has occurred. Please try again.',
  90055: 'The tenant is throttled because there are too many incoming requests.',
  90072:
    'User account from an external identity provider does not exist in the tenant and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first.',
  90090: 'The service has encountered an error trying to read the directory. Try again.',
  90093:
    'Lanyard (local build) needs permissions that your organisation does not let you give. Ask an administrator.',
  90094:
    'Lanyard (local build) needs a permission that only an administrator can grant. Ask an administrator to allow it before you use it.',
  90095:
    'Lanyard (local build) needs a permission that only an administrator can grant. A request for it may be sent.',
  501481: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  530032: 'Access has been blocked by security policy of the organisation.',
  650056:
    'Misconfigured application. The client has not listed any permissions for Microsoft Graph in the requested permissions of its registration.',
  650057:
    'Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in its application registration.',
  700016:
    'The application was not found in the directory. It has not been installed by the administrator of the tenant or consented to by any user in it.',
  700025: 'Client is public so neither a client assertion nor a client secret should be presented.',
  700082: 'The refresh token has expired due to inactivity. It was inactive for 90.00:00:00.',
  700084:
    'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  900941: 'Administrator consent is required. The application is considered risky.',
  900971: 'No reply address is registered for the application.',
  7000112: 'The application is disabled.',
  7000218: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  9002325: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  9002326: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  9002327:
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
};
